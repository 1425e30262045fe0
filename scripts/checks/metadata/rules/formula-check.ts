/** One formula: syntax, functions, names, and types where all names are known. */
import { compileFormula } from '../../../org/formula/compile.ts';
import { FormulaErrors } from '../../../org/formula/errors.ts';
import { FORMULA_FUNCTIONS } from '../../../org/formula/functions/index.ts';
import { parseFormula } from '../../../org/formula/parser.ts';
import type { Expression } from '../../../org/formula/parser.ts';
import type { FieldType, OrgSchema } from '../../../org/schema/model.ts';
import { OrgError } from '../../../org/types.ts';
import { isCustomName } from '../project/names.ts';
import type { ProjectObject } from '../project/objects.ts';
import type { MetadataFile } from '../project/project.ts';
import { valueOf } from '../xml/element.ts';
import type { XmlElement } from '../xml/element.ts';
import { nearest, suggestion } from '../suggest.ts';
import type { RuleContext } from './context.ts';
import { targetOf } from './paths.ts';

/** Functions of the platform that the local org does not compute. */
const OTHER_FUNCTIONS = [
  'CASESAFEID',
  'CURRENCYRATE',
  'DISTANCE',
  'FROMUNIXTIME',
  'GEOLOCATION',
  'GETRECORDIDS',
  'GETSESSIONID',
  'HTMLENCODE',
  'IMAGE',
  'IMAGEPROXYURL',
  'INCLUDE',
  'ISCLONE',
  'ISPICKVAL',
  'JSENCODE',
  'JSINHTMLENCODE',
  'JUNCTIONIDLIST',
  'LINKTO',
  'PARENTGROUPVAL',
  'PICKLISTCOUNT',
  'PREDICT',
  'PREVGROUPVAL',
  'PRIORVALUE',
  'REGEX',
  'REQUIRESCRIPT',
  'UNIXTIMESTAMP',
  'URLENCODE',
  'URLFOR',
  'VLOOKUP',
];

const GLOBALS = [
  '$User',
  '$Profile',
  '$UserRole',
  '$Organization',
  '$Permission',
  '$Label',
  '$Setup',
  '$CustomMetadata',
  '$System',
  '$RecordType',
  '$Action',
  '$Api',
  '$ObjectType',
  '$Resource',
  '$Site',
  '$Network',
  '$Credential',
];

/** Types of fields that formula fields cannot read. */
const NOT_IN_FORMULAS = ['LongTextArea', 'Html', 'EncryptedText'];

/** Relationships that custom objects have from the start. */
const SYSTEM_RELATIONS = new Set([
  'owner',
  'createdby',
  'lastmodifiedby',
  'recordtype',
  'lastvieweddate',
  'setupowner',
]);

export class FormulaCheck {
  private readonly context: RuleContext;
  private readonly file: MetadataFile;
  private readonly object: ProjectObject;
  private readonly element: XmlElement;
  private readonly schema: () => OrgSchema;
  /** The field the formula belongs to, which it cannot read. */
  private readonly own: string | undefined;
  /** Whether every name is known, so that types can be judged. */
  private sure = true;

  constructor(
    context: RuleContext,
    file: MetadataFile,
    object: ProjectObject,
    element: XmlElement,
    schema: () => OrgSchema,
    own?: string,
  ) {
    this.context = context;
    this.file = file;
    this.object = object;
    this.element = element;
    this.schema = schema;
    this.own = own;
  }

  run(result: FieldType | undefined, zero = false): void {
    if (this.element.text === '') {
      this.context.report.add(this.file.path, this.element, `<${this.element.name}> is empty.`);
      return;
    }
    const text = this.element.rawText;
    let tree: Expression;
    try {
      tree = parseFormula(text, new FormulaErrors(text));
    } catch (error) {
      this.refuse(error);
      return;
    }
    this.visit(tree);
    if (!this.sure || result === undefined) return;
    const schema = this.schema();
    const object = schema.object(this.context.project.key(this.object.name));
    if (!object) return;
    try {
      compileFormula(text, object, schema, { returnType: result, treatBlanksAsZero: zero });
    } catch (error) {
      // A name that only the compiler misses is beyond what it knows of standard objects.
      if (error instanceof OrgError && /does not exist|Unknown function|not supported/.test(error.message)) return;
      this.refuse(error);
    }
  }

  private refuse(error: unknown): void {
    if (!(error instanceof OrgError)) throw error;
    const { line = 1, column = 1 } = error;
    const lines = this.element.rawText.split('\n').slice(0, line - 1);
    this.add(lines.reduce((sum, one) => sum + one.length + 1, 0) + column - 1, error.message);
  }

  private add(offset: number, message: string): void {
    this.sure = false;
    const space = /^\s*/.exec(this.element.rawText)?.[0].length ?? 0;
    this.context.report.add(this.file.path, this.element.placeOf(Math.max(offset, space)), `Formula: ${message}`);
  }

  private visit(node: Expression): void {
    if (node.kind === 'unary') this.visit(node.operand);
    if (node.kind === 'binary') {
      this.visit(node.left);
      this.visit(node.right);
    }
    if (node.kind === 'call') this.call(node);
    if (node.kind === 'name') {
      if (node.name.startsWith('$')) this.global(node.name, node.offset);
      else this.path(node.name, node.offset);
    }
  }

  private call(node: Expression & { kind: 'call' }): void {
    const known = [...FORMULA_FUNCTIONS.keys(), ...OTHER_FUNCTIONS];
    if (!FORMULA_FUNCTIONS.has(node.name)) {
      this.sure = false;
      if (!OTHER_FUNCTIONS.includes(node.name)) {
        this.add(node.offset, `Unknown function ${node.name}.${suggestion(node.name, known)}`);
      }
    }
    // The units of these functions are words, not fields.
    if (!['DISTANCE', 'VLOOKUP'].includes(node.name)) for (const arg of node.args) this.visit(arg);
  }

  private path(written: string, offset: number): void {
    const segments = written.split('.');
    let at: string | undefined = this.object.name;
    for (const segment of segments.slice(0, -1)) {
      at = this.follow(at, segment, offset);
      if (at === undefined) return;
    }
    const name = segments.at(-1) ?? '';
    if (segments.length === 1 && this.own !== undefined && name.toLowerCase() === this.own.toLowerCase()) {
      this.add(offset, `the formula of ${this.own} refers to itself.`);
      return;
    }
    this.field(at, name, offset);
  }

  /** The object behind one relationship; undefined where that is not known or does not exist. */
  private follow(at: string, segment: string, offset: number): string | undefined {
    const [relation = '', target] = segment.split(':');
    const found = targetOf(this.context, at, relation);
    if (found === 'missing') {
      const names = this.context.project.objects.fieldNames(at).map((name) => name.replace(/__c$/i, '__r'));
      this.add(offset, `Relationship ${relation} does not exist on ${at}.${suggestion(relation, names)}`);
      return undefined;
    }
    if (target !== undefined) return target === 'Queue' ? 'Group' : target;
    if (found !== undefined) return found;
    const own = this.context.project.objects.object(at);
    if (own?.kind === 'custom' && !isCustomName(relation) && !SYSTEM_RELATIONS.has(relation.toLowerCase())) {
      this.add(offset, `Relationship ${relation} does not exist on ${at}.`);
    }
    this.sure = false;
    return undefined;
  }

  private field(object: string, name: string, offset: number): void {
    const { objects } = this.context.project;
    const standing = objects.fieldStanding(object, name);
    if (standing === 'exists') {
      const type = valueOf(objects.field(object, name)?.element, 'type') ?? '';
      if (this.own !== undefined && NOT_IN_FORMULAS.includes(type)) {
        this.add(offset, `a formula field cannot read ${name}, a field of type ${type}.`);
      }
      return;
    }
    this.sure = false;
    if (objects.standing(object) !== 'exists' || this.context.project.isForeign(name)) return;
    const near = nearest(name, objects.fieldNames(object));
    if (standing === 'missing' || near !== undefined) {
      const hint = near === undefined ? '' : ` Did you mean ${near}?`;
      this.add(offset, `Field ${name} does not exist on ${object}.${hint}`);
    }
  }

  private global(written: string, offset: number): void {
    const [head = '', first = '', ...rest] = written.split('.');
    const kind = GLOBALS.find((name) => name.toLowerCase() === head.toLowerCase());
    if (kind === undefined) {
      this.sure = false;
      const near = suggestion(head, GLOBALS);
      if (near !== '') this.add(offset, `Unknown name ${head}.${near}`);
    } else if (kind === '$Label') this.component('CustomLabel', 'Label', rest.at(-1) ?? first, offset);
    else if (kind === '$Permission') this.component('CustomPermission', 'Custom permission', first, offset);
    else if (kind === '$Setup' || kind === '$CustomMetadata') this.setting(kind, first, rest, offset);
    else if (kind === '$User' && rest.length === 0 && isCustomName(first)) this.field('User', first, offset);
    else if (kind !== '$User' && kind !== '$Profile' && kind !== '$Organization') this.sure = false;
  }

  private component(type: string, word: string, name: string, offset: number): void {
    const standing = this.context.project.standing(type, name);
    if (standing === 'exists') return;
    if (standing === 'unknown') this.sure = false;
    else this.add(offset, `${word} ${name} does not exist.${suggestion(name, this.context.project.namesOf(type))}`);
  }

  private setting(kind: string, object: string, rest: readonly string[], offset: number): void {
    const { project } = this.context;
    const standing = project.objects.standing(object);
    if (standing === 'missing') {
      this.add(offset, `Object ${object} does not exist.${suggestion(object, project.objects.names())}`);
    }
    if (standing !== 'exists') {
      this.sure = false;
      return;
    }
    if (kind === '$CustomMetadata') {
      const record = rest[0] ?? '';
      const name = `${object.replace(/__mdt$/i, '')}.${record}`;
      if (!project.find('CustomMetadata', name) && !project.open && !project.isForeign(object)) {
        this.add(offset, `Record ${record} of ${object} does not exist.`);
      }
    }
    const field = kind === '$CustomMetadata' ? rest[1] : rest[0];
    if (field !== undefined) this.field(object, field, offset);
  }
}
