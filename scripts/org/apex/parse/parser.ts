/** Apex text → syntax tree, with the parser's fast mode first. */
import { ApexErrorListener, ApexParserFactory } from '@apexdevtools/apex-parser';
import type {
  AnonymousUnitContext,
  ApexParser,
  CompilationUnitContext,
  TriggerUnitContext,
} from '@apexdevtools/apex-parser';
import type { ApexSource, CompileProblem } from '../contract.ts';

export type UnitTree = CompilationUnitContext | TriggerUnitContext | AnonymousUnitContext;

/** ANTLR prediction modes: SLL is fast and may refuse legal input, LL is exact. */
const SLL = 0;
const LL = 1;

class Collector extends ApexErrorListener {
  readonly found: { line: number; column: number; message: string }[] = [];
  apexSyntaxError(line: number, column: number, message: string): void {
    this.found.push({ line, column: column + 1, message });
  }
}

function parseWith(source: ApexSource, mode: number): { tree: UnitTree; errors: Collector['found'] } {
  const collector = new Collector();
  const { parser } = ApexParserFactory.createLexerAndParser(source.text, collector);
  (parser as unknown as { _interp: { predictionMode: number } })._interp.predictionMode = mode;
  return { tree: ENTRIES[source.kind](parser), errors: collector.found };
}

const ENTRIES: Record<ApexSource['kind'], (parser: ApexParser) => UnitTree> = {
  class: (parser) => parser.compilationUnit(),
  trigger: (parser) => parser.triggerUnit(),
  anonymous: (parser) => parser.anonymousUnit(),
};

/** Parses one file. With problems there is no tree. */
export function parseApex(source: ApexSource): { tree: UnitTree | null; problems: CompileProblem[] } {
  const fast = parseWith(source, SLL);
  if (fast.errors.length === 0) return { tree: fast.tree, problems: [] };
  const exact = parseWith(source, LL);
  if (exact.errors.length === 0) return { tree: exact.tree, problems: [] };
  const first = exact.errors[0]!;
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
