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
import type { Emitter } from '../emitter.ts';
import type { Expression } from '../expression.ts';

interface Prepared {
  readonly text: string;
  readonly binds: string;
}

interface TreeNode {
  readonly children?: readonly TreeNode[] | null;
}

function bindNodes(node: TreeNode, found: BoundExpressionContext[] = []): BoundExpressionContext[] {
  if (node instanceof BoundExpression) found.push(node);
  else for (const child of node.children ?? []) bindNodes(child, found);
  return found;
}

/** The source text between two offsets with every `:expression` as `:bN`. */
function prepare(emitter: Emitter, node: Located & { readonly stop?: ApexToken }): Prepared {
  const end = node.stop?.stop ?? node.start.stop;
  let at = node.start.start;
  let js = '';
  const binds: string[] = [];
  for (const bind of bindNodes(node as unknown as TreeNode)) {
    js += `${emitter.unit.text(at, bind.start.start)}:b${binds.length}`;
    binds.push(`b${binds.length}:${emitter.expression(bind.expression()).js}`);
    at = (bind.stop?.stop ?? bind.start.stop) + 1;
  }
  js += emitter.unit.text(at, end + 1);
  return { text: oneLine(js), binds: `{${binds.join(',')}}` };
}

/** Comments and line breaks of a query become spaces. */
function oneLine(text: string): string {
  return text.replace(/'(?:\\.|[^'\\])*'|\/\/[^\n]*|\/\*[\s\S]*?\*\/|\s*\n\s*/g, (part) =>
    part.startsWith("'") ? part : ' ',
  );
}

export function query(emitter: Emitter, node: QueryContext): Expression {
  const { text, binds } = prepare(emitter, node);
  const shape = analyze(emitter, text, node);
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

function analyze(emitter: Emitter, text: string, node: Located): QueryShape {
  try {
    return emitter.unit.analyze(text, emitter.world.schema);
  } catch (error) {
    if (!(error instanceof OrgError)) throw error;
    return fail(error.message, node);
  }
}

export function search(emitter: Emitter, node: SoslLiteralContext | SoslLiteralAltContext): Expression {
  const { text, binds } = prepare(emitter, node);
  const inner = text.replace(/^\[/, '').replace(/\]$/, '').trim();
  return { js: `$.search(${JSON.stringify(inner)},${binds})`, type: 'List<List<SObject>>', nonNull: true };
}
