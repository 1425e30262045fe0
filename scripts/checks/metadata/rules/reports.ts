/** Reports, report types and dashboards: columns, filters and relationships. */
import { isCustomName } from '../project/names.ts';
import type { MetadataFile } from '../project/project.ts';
import { childOf, childrenOf, descendants, valueOf } from '../xml/element.ts';
import type { XmlElement } from '../xml/element.ts';
import { nearest, suggestion } from '../suggest.ts';
import { complain, needComponent, needField, needObject, noMisspelling } from './context.ts';
import type { RuleContext } from './context.ts';

/** Elements of a report that hold a column. */
const COLUMNS = new Set(['field', 'column', 'sortColumn', 'groupingColumn', 'dateColumn', 'primaryTableColumn']);

/** Columns of reports over custom objects that are named in capitals. */
const CONSTANTS = [
  'CUST_NAME',
  'CUST_ID',
  'CUST_OWNER_NAME',
  'CUST_OWNER_ALIAS',
  'CUST_CREATED_DATE',
  'CUST_CREATED_NAME',
  'CUST_CREATED_ALIAS',
  'CUST_LAST_UPDATE',
  'CUST_LAST_UPDATE_NAME',
  'CUST_LAST_UPDATE_ALIAS',
  'CUST_LAST_ACTIVITY',
  'CUST_RECORDTYPE',
  'CUST_CURRENCY',
];

export function checkReports(context: RuleContext): void {
  for (const file of context.project.ofType('Report')) checkReport(context, file);
  for (const file of context.project.ofType('ReportType')) checkReportType(context, file);
  for (const file of context.project.ofType('Dashboard')) checkDashboard(context, file);
}

function checkReport(context: RuleContext, file: MetadataFile): void {
  const type = childOf(file.root, 'reportType');
  if (type) checkTypeOfReport(context, file, type);
  for (const element of descendants(file.root)) {
    if (COLUMNS.has(element.name) && element.children.length === 0) checkColumn(context, file, element);
  }
  const grouping = childOf(file.root, 'groupingsDown') ?? childOf(file.root, 'groupingsAcross');
  const format = childOf(file.root, 'format');
  if (format?.text === 'Tabular' && grouping) {
    context.report.add(
      file.path,
      grouping,
      'A tabular report has no groupings: its format would be Summary or Matrix.',
    );
  }
  const across = childOf(file.root, 'groupingsAcross');
  if (format?.text === 'Summary' && across) {
    context.report.add(file.path, across, 'A summary report groups downwards only: groupings across make it a Matrix.');
  }
}

/** `CustomEntity$License__c` names objects; `Licenses__c` names a report type of the project. */
function checkTypeOfReport(context: RuleContext, file: MetadataFile, type: XmlElement): void {
  const [head = '', ...objects] = type.text.split(/[$@]/);
  if (objects.length > 0) {
    if (!head.startsWith('CustomEntity')) return;
    for (const object of objects) if (isCustomName(object)) needObject(context, file, type, object);
    return;
  }
  const own = /^(\w+)__c$/.exec(type.text)?.[1];
  if (own !== undefined && !context.project.isForeign(own)) {
    needComponent(context, file, type, 'ReportType', own, 'Report type');
  }
}

/** `Object.Field__c`, `Object$Field__c`, or a path over lookups such as `Object$Lookup__c.Field__c`. */
function checkColumn(context: RuleContext, file: MetadataFile, element: XmlElement): void {
  const [object = '', ...path] = element.text.split(/[$.]/);
  if (path.length === 0) {
    const near = CONSTANTS.includes(object) ? undefined : nearest(object, CONSTANTS);
    if (near !== undefined && object.startsWith('CUST')) {
      complain(context, file, element, `Column ${object} does not exist. Did you mean ${near}?`);
    }
    return;
  }
  const { objects } = context.project;
  const standing = objects.standing(object);
  if (standing === 'missing' && /__c$/i.test(object) && path.length === 1) {
    // A joined report names its child by the lookup field instead of the object.
    const isField = [...objects.objects.values()].some(({ name }) => objects.field(name, object));
    if (!isField)
      complain(context, file, element, `Object ${object} does not exist.${suggestion(object, objects.names())}`);
  }
  if (standing !== 'exists') return;
  let at: string | undefined = object;
  for (const segment of path.slice(0, -1)) {
    if (at === undefined || !isCustomName(segment)) return;
    at = /__r$/i.test(segment) ? behindRelation(context, at, segment) : lookedUp(context, file, element, at, segment);
  }
  const last = path.at(-1);
  if (at !== undefined && last !== undefined && isCustomName(last)) needField(context, file, element, at, last);
}

/** The object a lookup field leads to. */
function lookedUp(
  context: RuleContext,
  file: MetadataFile,
  element: XmlElement,
  object: string,
  field: string,
): string | undefined {
  needField(context, file, element, object, field);
  return valueOf(context.project.objects.field(object, field)?.element, 'referenceTo');
}

/** The child object of a relationship, or the parent behind a lookup; undefined where there is neither. */
function behindRelation({ project }: RuleContext, object: string, relation: string): string | undefined {
  for (const child of project.objects.objects.values()) {
    for (const { element } of child.parts.get('fields')?.values() ?? []) {
      const target = valueOf(element, 'referenceTo');
      if (!target || project.key(target) !== project.key(object)) continue;
      if (project.key(`${valueOf(element, 'relationshipName') ?? ''}__r`) === project.key(relation)) return child.name;
    }
  }
  return valueOf(project.objects.field(object, relation.replace(/__r$/i, '__c'))?.element, 'referenceTo');
}

function checkReportType(context: RuleContext, file: MetadataFile): void {
  const base = childOf(file.root, 'baseObject');
  if (!base || !needObject(context, file, base, base.text)) return;
  let parent: string | undefined = base.text;
  for (let join = childOf(file.root, 'join'); join; join = childOf(join, 'join')) {
    const relation = childOf(join, 'relationship');
    if (!relation || parent === undefined) break;
    parent = childOfRelation(context, file, relation, parent);
  }
  for (const section of childrenOf(file.root, 'sections')) {
    for (const column of childrenOf(section, 'columns')) {
      const field = childOf(column, 'field');
      const table = valueOf(column, 'table');
      const place = childOf(column, 'table');
      if (!field || table === undefined || !place || table.includes('.')) continue;
      if (!needObject(context, file, place, table)) continue;
      const [first = '', ...rest] = field.text.split('.');
      if (isCustomName(first) || rest.length > 0) needField(context, file, field, table, first);
    }
  }
}

/** The object on the other side of a child relationship; undefined where that is not known. */
function childOfRelation(
  context: RuleContext,
  file: MetadataFile,
  relation: XmlElement,
  parent: string,
): string | undefined {
  if (!/__r$/i.test(relation.text) || context.project.isForeign(relation.text)) return undefined;
  const { project } = context;
  const names: string[] = [];
  for (const child of project.objects.objects.values()) {
    for (const { element } of child.parts.get('fields')?.values() ?? []) {
      const name = valueOf(element, 'relationshipName');
      const target = valueOf(element, 'referenceTo');
      if (!name || !target || project.key(target) !== project.key(parent)) continue;
      if (project.key(`${name}__r`) === project.key(relation.text)) return child.name;
      names.push(`${name}__r`);
    }
  }
  if (!project.open) {
    complain(
      context,
      file,
      relation,
      `${parent} has no relationship ${relation.text}.${suggestion(relation.text, names)}`,
    );
  }
  return undefined;
}

function checkDashboard(context: RuleContext, file: MetadataFile): void {
  const reports = context.project.ofType('Report').map(({ path }) => path.replace(/\.report-meta\.xml$/, ''));
  const known = reports.map((path) => path.split('/').slice(-2).join('/'));
  for (const element of descendants(file.root)) {
    if (element.name !== 'report' || !element.text.includes('/')) continue;
    if (known.includes(element.text)) continue;
    const folder = element.text.split('/')[0] ?? '';
    const near = suggestion(element.text, known);
    if (near !== '' || known.some((name) => name.startsWith(`${folder}/`))) {
      complain(context, file, element, `Report ${element.text} does not exist.${near}`);
    }
  }
  const running = childOf(file.root, 'runningUser');
  if (running) noMisspelling(context, file, running, 'User', running.text);
}
