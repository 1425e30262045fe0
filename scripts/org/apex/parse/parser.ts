/** Apex text → syntax tree. */
import { ApexErrorListener, ApexParserFactory } from '@apexdevtools/apex-parser';
import type {
  AnonymousUnitContext,
  ApexParser,
  CompilationUnitContext,
  TriggerUnitContext,
} from '@apexdevtools/apex-parser';
import type { ApexSource, CompileProblem } from '../contract.ts';
import { decideByHand } from './decisions.ts';

export type UnitTree = CompilationUnitContext | TriggerUnitContext | AnonymousUnitContext;

/**
 * ANTLR's exact prediction mode. The fast one (SLL) takes every unqualified call for an error, so that most files would
 * be parsed twice; alone, the exact one is as fast.
 */
const LL = 1;

class Collector extends ApexErrorListener {
  readonly found: { line: number; column: number; message: string }[] = [];
  apexSyntaxError(line: number, column: number, message: string): void {
    this.found.push({ line, column: column + 1, message });
  }
}

const ENTRIES: Record<ApexSource['kind'], (parser: ApexParser) => UnitTree> = {
  class: (parser) => parser.compilationUnit(),
  trigger: (parser) => parser.triggerUnit(),
  anonymous: (parser) => parser.anonymousUnit(),
};

function read(
  source: ApexSource,
  prepare: (parser: ApexParser) => void,
): { readonly tree: UnitTree; readonly errors: Collector['found'] } {
  const collector = new Collector();
  const { parser } = ApexParserFactory.createLexerAndParser(source.text, collector);
  (parser as unknown as { _interp: { predictionMode: number } })._interp.predictionMode = LL;
  prepare(parser);
  return { tree: ENTRIES[source.kind](parser), errors: collector.found };
}

/** Parses one file. With problems there is no tree. */
export function parseApex(source: ApexSource): { tree: UnitTree | null; problems: CompileProblem[] } {
  const quick = read(source, decideByHand);
  if (quick.errors.length === 0) return { tree: quick.tree, problems: [] };
  // ANTLR alone says best what is wrong.
  const { tree, errors } = read(source, () => undefined);
  const [first] = errors;
  if (first === undefined) return { tree, problems: [] };
  return {
    tree: null,
    problems: [
      {
        name: source.name,
        kind: source.kind,
        message: platformWords(first.message, tokenAt(source.text, first)),
        line: first.line,
        column: first.column,
      },
    ],
  };
}

/** The word or sign at a place of the source. */
function tokenAt(text: string, place: { readonly line: number; readonly column: number }): string {
  const rest = text
    .split('\n')
    .slice(place.line - 1)
    .join('\n')
    .slice(place.column - 1);
  return /^\s*(\w+|\S)/.exec(rest)?.[1] ?? '<EOF>';
}

function platformWords(message: string, token: string): string {
  const missing = /^missing '?(.+?)'? at '(.+)'$/.exec(message);
  if (missing) return `Missing '${missing[1]}' at '${missing[2]}'`;
  if (/^(?:extraneous|mismatched) input |^no viable alternative /.test(message)) return `Unexpected token '${token}'.`;
  return message;
}
