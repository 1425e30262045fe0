/** Gate `apex-rules`: what this kind of package asks of its Apex beyond the platform: modes, sharing, selective queries in triggers. */
import type { QueryContext, WhereLogicalExpressionContext } from '@apexdevtools/apex-parser';
import type { Finding, GateOutcome } from '../finding.ts';
import type { QueryFact } from '../source/apex-facts.ts';
import type { ApexFile } from '../source/apex-files.ts';
import type { HouseRule } from '../source/configuration.ts';
import { CallGraph, methodKey } from './call-graph.ts';
import { QueryCheck } from './check-query.ts';
import { sourcePlace } from './check-soql.ts';
import { dependsOnToday } from './field-rules.ts';
import { parseSoql } from './parse-query.ts';
import type { QuerySchema } from './query-schema.ts';

const GATE = 'apex-rules';
const RULES: readonly HouseRule[] = ['mode', 'sharing', 'triggerReach', 'jobReach', 'todayFormula'];

export function checkHouseRules(
  files: readonly ApexFile[],
  schema: QuerySchema,
  rules: ReadonlySet<HouseRule>,
): GateOutcome {
  const own = files.filter(({ facts }) => !facts.types.some(({ isTest }) => isTest));
  const applied = RULES.filter((rule) => rules.has(rule));
  if (applied.length === 0) return { gate: GATE, scope: 'no house rules in this project', findings: [] };
  const entries = { triggers: rules.has('triggerReach'), jobs: rules.has('jobReach') };
  const reached = new CallGraph(own).reachable(entries);
  const findings = own.flatMap((file) => [
    ...(rules.has('sharing') ? sharingFindings(file) : []),
    ...(rules.has('mode') ? writeFindings(file) : []),
    ...file.facts.queries.flatMap((query) => queryFindings(file, query, schema, rules, reached)),
  ]);
  return { gate: GATE, scope: `${own.length} sources: ${applied.join(', ')}`, findings };
}

function sharingFindings({ file, facts }: ApexFile): Finding[] {
  return facts.types
    .filter(({ name, kind, hasSharing }) => kind === 'class' && !name.includes('.') && !hasSharing)
    .filter(({ extends: parent }) => parent === null || !/exception$/i.test(parent)) // an exception reads no records
    .map(({ name, line, column }) => ({
      file,
      line,
      column,
      gate: GATE,
      message: `${name} states no sharing: write with, without or inherited sharing`,
    }));
}

function writeFindings({ file, facts }: ApexFile): Finding[] {
  return facts.writes
    .filter(({ hasMode }) => !hasMode)
    .map(({ name, line, column }) => ({
      file,
      line,
      column,
      gate: GATE,
      message: name.includes('.')
        ? `${name} states no mode: give it an AccessLevel`
        : `${name} states no mode: write \`${name} as user\` or \`${name} as system\``,
    }));
}

function queryFindings(
  { file }: ApexFile,
  query: QueryFact,
  schema: QuerySchema,
  rules: ReadonlySet<HouseRule>,
  reached: ReadonlyMap<string, string>,
): Finding[] {
  const findings: Finding[] = [];
  const at = { file, line: query.line, column: query.column, gate: GATE };
  const statesMode = query.hasMode || /\bWITH\s+(USER|SYSTEM)_MODE\b/i.test(query.text);
  if (rules.has('mode') && !statesMode) {
    findings.push({ ...at, message: 'The query states no mode: write WITH USER_MODE or WITH SYSTEM_MODE' });
  }
  const tree = query.kind === 'query' ? parseSoql(query.text).tree : null;
  if (tree === null) return findings;
  const check = new QueryCheck(schema);
  const object = check.query(tree);
  for (const { field, place } of rules.has('todayFormula') ? check.filtered : []) {
    if (!dependsOnToday(field)) continue;
    const message = `${field.name} is a formula that depends on today: no filter may read it`;
    findings.push({ file, ...sourcePlace(query, place), gate: GATE, message });
  }
  const trigger = reached.get(methodKey(file, query.method));
  const isSmall = object === null || ['metadata', 'setting'].includes(object.kind) || object.name === 'Organization';
  if (trigger !== undefined && !isSmall && !startsFromIndex(tree, schema)) {
    const message = `${trigger} can reach this query: it must start from an id, a lookup, an external id or a unique field`;
    findings.push({ ...at, message });
  }
  return findings;
}

/** Whether every row that WHERE lets through was found by an index. */
function startsFromIndex(tree: QueryContext, schema: QuerySchema): boolean {
  const where = tree.whereClause() as ReturnType<QueryContext['whereClause']> | null;
  if (!where) return false;
  const from = tree.fromNameList().fieldName_list()[0]?.getText() ?? '';
  return isSelective(where.whereLogicalExpression(), tree, from, schema);
}

function isSelective(
  context: WhereLogicalExpressionContext,
  tree: QueryContext,
  from: string,
  schema: QuerySchema,
): boolean {
  if (((context.NOT() as unknown) ?? null) !== null) return false;
  const terms = context.whereConditionalExpression_list().map((term) => {
    const nested = term.whereLogicalExpression() as WhereLogicalExpressionContext | null;
    if (nested) return isSelective(nested, tree, from, schema);
    const expression = term.whereFieldExpression().fieldExpression();
    const name = expression?.fieldName() as { getText(): string } | null | undefined;
    if (!name) return false;
    const operator = expression.comparisonOperator().getText().toUpperCase();
    if (['!=', '<>', 'NOTIN', 'NOT IN', 'EXCLUDES'].includes(operator)) return false;
    if (operator === 'LIKE' && /^'%/.test(expression.value().getText())) return false;
    return isIndexed(name.getText(), tree, from, schema);
  });
  return context.SOQLOR_list().length > 0 ? terms.every(Boolean) : terms.some(Boolean);
}

function isIndexed(path: string, tree: QueryContext, from: string, schema: QuerySchema): boolean {
  const alias = tree.fromNameList().soqlId_list()[0]?.getText().toLowerCase();
  const written = path.split('.');
  const names = written.length > 1 && written[0]?.toLowerCase() === alias ? written.slice(1) : written;
  let object = schema.object(from);
  for (const name of names.slice(0, -1)) {
    const parent: string | undefined = object?.parents.get(schema.bare(name).toLowerCase())?.targets[0];
    object = parent === undefined ? null : schema.object(parent);
  }
  if (object === null || object === undefined) return true; // not known, so not called wrong
  return object.fields.get(schema.bare(names.at(-1) ?? '').toLowerCase())?.isIndexed ?? object.isOpen;
}
