/** Inline SOQL and SOSL: text with numbered binds, checked against the schema while compiling. */
import type {
  BoundExpressionContext,
  QueryContext,
  SoslLiteralAltContext,
  SoslLiteralContext,
} from '@apexdevtools/apex-parser';
import { BoundExpressionContext as BoundExpression } from '@apexdevtools/apex-parser';
import { OrgError } from '../../../types.ts';
import type { ApexToken } from '@apexdevtools/apex-parser';
import type { QueryShape } from '../../../soql/contract.ts';
import { fail } from '../../problems.ts';
import type { Located } from '../../problems.ts';
import type { Position } from '../../declare/model.ts';
import type { Emitter } from '../emitter.ts';
import type { Expression } from '../expression.ts';

interface Prepared {
  readonly text: string;
  readonly binds: string;
  /** Where each stretch of the text came from, as offsets, in order. */
  readonly stretches: readonly Stretch[];
}

interface Stretch {
  readonly at: number;
  readonly source: number;
}

interface TreeNode {
  readonly children?: readonly TreeNode[] | null;
}

function bindNodes(node: TreeNode, found: BoundExpressionContext[] = []): BoundExpressionContext[] {
  if (node instanceof BoundExpression) found.push(node);
  else for (const child of node.children ?? []) bindNodes(child, found);
  return found;
}

/** The source text between two offsets with every `:expression` as `:bN`; comments and line breaks become spaces. */
function prepare(emitter: Emitter, node: Located & { readonly stop?: ApexToken }): Prepared {
  const end = node.stop?.stop ?? node.start.stop;
  let at = node.start.start;
  let text = '';
  const stretches: Stretch[] = [];
  const binds: string[] = [];
  const take = (until: number): void => {
    const part = emitter.unit.text(at, until);
    let from = 0;
    for (const gap of part.matchAll(GAP)) {
      if (gap[0].startsWith("'")) continue;
      stretches.push({ at: text.length, source: at + from });
      text += `${part.slice(from, gap.index)} `;
      from = gap.index + gap[0].length;
    }
    stretches.push({ at: text.length, source: at + from });
    text += part.slice(from);
  };
  for (const bind of bindNodes(node as unknown as TreeNode)) {
    take(bind.start.start);
    stretches.push({ at: text.length, source: bind.start.start });
    text += `:b${binds.length}`;
    binds.push(`b${binds.length}:${emitter.expression(bind.expression()).js}`);
    at = (bind.stop?.stop ?? bind.start.stop) + 1;
  }
  take(end + 1);
  return { text, binds: `{${binds.join(',')}}`, stretches };
}

/** Quoted text, which stays, and comments and line breaks, which do not. */
const GAP = /'(?:\\.|[^'\\])*'|\/\/[^\n]*|\/\*[\s\S]*?\*\/|\s*\n\s*/g;

/** The place in the class of a column of the prepared text. */
function placeOf(emitter: Emitter, { stretches }: Prepared, column: number): Position | null {
  const stretch = stretches.findLast(({ at }) => at < column);
  if (stretch === undefined) return null;
  const before = emitter.unit.text(0, stretch.source + column - 1 - stretch.at).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

export function query(emitter: Emitter, node: QueryContext): Expression {
  const prepared = prepare(emitter, node);
  const { text, binds } = prepared;
  const shape = analyze(emitter, prepared, node);
  const className = JSON.stringify(emitter.model.name);
  if (shape.kind === 'count')
    return { js: `$.count(${JSON.stringify(text)},${binds},${className})`, type: 'Integer', nonNull: true };
  const element = shape.kind === 'aggregate' ? 'AggregateResult' : shape.object;
  return {
    js: `$.rows(${JSON.stringify(text)},${binds},${className},${JSON.stringify(element)})`,
    type: `List<${element}>`,
    query: true,
    nonNull: true,
  };
}

/** Refuses at the word that is wrong, where the query tells it. */
function analyze(emitter: Emitter, prepared: Prepared, node: Located): QueryShape {
  try {
    return emitter.unit.analyze(prepared.text, emitter.world.schema);
  } catch (error) {
    if (!(error instanceof OrgError)) throw error;
    const place = error.column === undefined ? null : placeOf(emitter, prepared, error.column);
    return fail(error.message, place ?? node);
  }
}

export function search(emitter: Emitter, node: SoslLiteralContext | SoslLiteralAltContext): Expression {
  const { text, binds } = prepare(emitter, node);
  const inner = text.replace(/^\[/, '').replace(/\]$/, '').trim();
  return { js: `$.search(${JSON.stringify(inner)},${binds})`, type: 'List<List<SObject>>', nonNull: true };
}
