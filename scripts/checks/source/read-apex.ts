/** Apex text → facts, in one walk over the parse tree. */
import {
  Arth2ExpressionContext,
  AssignExpressionContext,
  CastExpressionContext,
  ClassDeclarationContext,
  ConstructorDeclarationContext,
  CreatorContext,
  DeleteStatementContext,
  DotExpressionContext,
  EnhancedForControlContext,
  EnumDeclarationContext,
  FieldDeclarationContext,
  FormalParameterContext,
  IdPrimaryContext,
  InsertStatementContext,
  InterfaceDeclarationContext,
  InterfaceMethodDeclarationContext,
  LiteralPrimaryContext,
  LocalVariableDeclarationContext,
  MergeStatementContext,
  MethodCallExpressionContext,
  MethodDeclarationContext,
  NewExpressionContext,
  PrimaryExpressionContext,
  PropertyDeclarationContext,
  SoqlLiteralContext,
  SoslLiteralContext,
  SubExpressionContext,
  ThisPrimaryContext,
  TriggerUnitContext,
  TypeRefContext,
  UndeleteStatementContext,
  UpdateStatementContext,
  UpsertStatementContext,
} from '@apexdevtools/apex-parser';
import type { AnnotationContext, ModifierContext } from '@apexdevtools/apex-parser';
import { parseApex } from '../../org/apex/parse/parser.ts';
import type {
  ApexFacts,
  CallFact,
  MethodFact,
  Place,
  QueryFact,
  ReferenceFact,
  Segment,
  TypeFact,
  WriteFact,
} from './apex-facts.ts';

interface Tree {
  readonly children?: readonly Tree[] | null;
  readonly parentCtx?: Tree;
  readonly start?: { readonly line: number; readonly column: number; readonly start: number };
  readonly stop?: { readonly stop: number } | null;
  getText(): string;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type OpenMethod = Writable<Omit<MethodFact, 'calls' | 'variables'>> & {
  calls: CallFact[];
  variables: Record<string, string>;
};
type OpenType = Writable<Omit<TypeFact, 'fields'>> & { fields: Record<string, string> };

const NO_FACTS = { types: [], methods: [], queries: [], writes: [], references: [] };

/** @param kind what the file holds; a file that does not parse gives no facts */
export function readApex(kind: 'class' | 'trigger', text: string): ApexFacts {
  const { tree } = parseApex({ kind, name: '', text } as Parameters<typeof parseApex>[0]);
  if (tree === null) return { kind, isParsed: false, ...NO_FACTS };
  const reader = new ApexReader(kind, text);
  reader.walk(tree as unknown as Tree);
  return reader.facts();
}

const DYNAMIC: ReadonlySet<string> = new Set([
  'query',
  'querywithbinds',
  'getquerylocator',
  'getquerylocatorwithbinds',
  'countquery',
  'countquerywithbinds',
]);

/** Database methods that write, and the number of arguments at which one of them must be the access level. */
const WRITES: ReadonlyMap<string, number> = new Map([
  ['insert', 3],
  ['update', 3],
  ['upsert', 4],
  ['delete', 3],
  ['undelete', 3],
  ['merge', 4],
  ['convertlead', 3],
]);

const STATEMENTS = [
  [InsertStatementContext, 'insert'],
  [UpdateStatementContext, 'update'],
  [UpsertStatementContext, 'upsert'],
  [DeleteStatementContext, 'delete'],
  [UndeleteStatementContext, 'undelete'],
  [MergeStatementContext, 'merge'],
] as const;

class ApexReader {
  private readonly kind: 'class' | 'trigger';
  private readonly text: string | readonly string[];
  private readonly types: OpenType[] = [];
  private readonly methods: OpenMethod[] = [];
  private readonly queries: QueryFact[] = [];
  private readonly writes: WriteFact[] = [];
  private readonly references: ReferenceFact[] = [];
  private type: OpenType | null = null;
  private method = -1;
  /** Literal values by lower-case name: constants of the type, and variables that are set once. */
  private readonly constants = new Map<string, Tree | null>();
  private readonly pending: { call: DotExpressionContext; argument: Tree; method: number; hasMode: boolean }[] = [];

  constructor(kind: 'class' | 'trigger', text: string) {
    this.kind = kind;
    // The parser counts code points, a string counts UTF-16 units.
    this.text = /[\uD800-\uDFFF]/.test(text) ? Array.from(text) : text;
  }

  facts(): ApexFacts {
    for (const { call, argument, method, hasMode } of this.pending) this.dynamicQuery(call, argument, method, hasMode);
    const { kind, types, methods, queries, writes, references } = this;
    return { kind, isParsed: true, types, methods, queries, writes, references };
  }

  walk(node: Tree): void {
    const leave = this.enter(node);
    for (const child of node.children ?? []) this.walk(child);
    leave?.();
  }

  private enter(node: Tree): (() => void) | null {
    if (node instanceof TriggerUnitContext) return this.openMethod(node as unknown as Tree, '', [], 'void');
    if (node instanceof ClassDeclarationContext || node instanceof InterfaceDeclarationContext)
      return this.openType(node);
    if (node instanceof EnumDeclarationContext) return this.openType(node);
    if (node instanceof MethodDeclarationContext || node instanceof InterfaceMethodDeclarationContext) {
      const returns = (node.typeRef() as TypeRefContext | null)?.getText() ?? 'void';
      const own = node instanceof InterfaceMethodDeclarationContext ? node.modifier_list() : modifiersOf(node as never);
      return this.openMethod(node as unknown as Tree, node.id().getText(), own, returns);
    }
    if (node instanceof ConstructorDeclarationContext) {
      return this.openMethod(node as unknown as Tree, '<init>', modifiersOf(node as never), 'void');
    }
    if (node instanceof FieldDeclarationContext) this.field(node);
    if (node instanceof PropertyDeclarationContext) return this.property(node);
    if (node instanceof FormalParameterContext) this.variable(node.id().getText(), node.typeRef().getText());
    if (node instanceof EnhancedForControlContext) this.variable(node.id().getText(), node.typeRef().getText());
    if (node instanceof LocalVariableDeclarationContext) this.local(node);
    if (node instanceof AssignExpressionContext) this.assignment(node);
    if (node instanceof TypeRefContext) this.reference(node);
    if (node instanceof CreatorContext) this.created(node);
    if (node instanceof SoqlLiteralContext) this.inlineQuery(node as unknown as Tree, 'query');
    if (node instanceof SoslLiteralContext) this.inlineQuery(node as unknown as Tree, 'search');
    if (node instanceof DotExpressionContext) this.dot(node);
    else if (node instanceof MethodCallExpressionContext || node instanceof NewExpressionContext)
      this.call(node as never);
    for (const [statement, name] of STATEMENTS) {
      if (node instanceof statement) {
        const hasMode = (node.accessLevel() as unknown) !== null && (node.accessLevel() as unknown) !== undefined;
        this.writes.push({ ...placeOf(node as unknown as Tree), name, hasMode, method: this.method });
      }
    }
    return null;
  }

  private openType(node: ClassDeclarationContext | InterfaceDeclarationContext | EnumDeclarationContext): () => void {
    const outer = this.type;
    const modifiers = modifiersOf(node as unknown as Tree);
    const isClass = node instanceof ClassDeclarationContext;
    const list =
      node instanceof EnumDeclarationContext
        ? null
        : (node.typeList() as unknown as { typeRef_list(): TypeRefContext[] } | null);
    this.type = {
      ...placeOf(node.id() as unknown as Tree),
      name: outer === null ? node.id().getText() : `${outer.name}.${node.id().getText()}`,
      kind: isClass ? 'class' : node instanceof EnumDeclarationContext ? 'enum' : 'interface',
      hasSharing: modifiers.some((modifier) => /sharing$/i.test(modifier.getText())),
      isTest: (outer?.isTest ?? false) || modifiers.some((modifier) => /^@istest/i.test(modifier.getText())),
      extends: isClass ? ((node.typeRef() as TypeRefContext | null)?.getText() ?? null) : null,
      implements: list === null || list === undefined ? [] : list.typeRef_list().map((type) => type.getText()),
      fields: {},
    };
    this.types.push(this.type);
    return () => {
      this.type = outer;
    };
  }

  private openMethod(node: Tree, name: string, modifiers: readonly ModifierContext[], returns: string): () => void {
    const before = this.method;
    this.method = this.methods.length;
    this.methods.push({
      ...placeOf(node),
      type: this.type?.name ?? '',
      name,
      isStatic: modifiers.some((modifier) => /^static$/i.test(modifier.getText())),
      returns,
      annotations: modifiers.flatMap((modifier) => {
        const annotation = modifier.annotation() as AnnotationContext | null;
        return annotation ? [annotation.getText().slice(1).toLowerCase()] : [];
      }),
      variables: {},
      calls: [],
    });
    return () => {
      this.method = before;
    };
  }

  private field(node: FieldDeclarationContext): void {
    const isFinal = modifiersOf(node as unknown as Tree).some((modifier) => /^final$/i.test(modifier.getText()));
    for (const one of node.variableDeclarators().variableDeclarator_list()) {
      const name = one.id().getText();
      if (this.type !== null) this.type.fields[name.toLowerCase()] = node.typeRef().getText();
      const value = one.expression() as unknown as Tree | null;
      if (isFinal) this.constants.set(`${this.type?.name ?? ''}.${name}`.toLowerCase(), value ?? null);
    }
  }

  /** The bodies of a property are one method with its name. */
  private property(node: PropertyDeclarationContext): () => void {
    const name = node.id().getText();
    if (this.type !== null) this.type.fields[name.toLowerCase()] = node.typeRef().getText();
    return this.openMethod(
      node as unknown as Tree,
      name,
      modifiersOf(node as unknown as Tree),
      node.typeRef().getText(),
    );
  }

  private variable(name: string, type: string): void {
    const method = this.methods[this.method];
    if (method !== undefined) method.variables[name.toLowerCase()] = type;
  }

  private local(node: LocalVariableDeclarationContext): void {
    for (const one of node.variableDeclarators().variableDeclarator_list()) {
      this.variable(one.id().getText(), node.typeRef().getText());
      const key = this.localKey(one.id().getText());
      this.constants.set(key, this.constants.has(key) ? null : ((one.expression() as unknown as Tree | null) ?? null));
    }
  }

  private localKey(name: string): string {
    return `#${this.method}.${name.toLowerCase()}`;
  }

  /** A variable that is set again is no constant. */
  private assignment(node: AssignExpressionContext): void {
    const target = node.expression(0).getText();
    this.constants.set(this.localKey(target), null);
  }

  private reference(node: TypeRefContext): void {
    const name = node
      .typeName_list()
      .map((part) => {
        const id = part.id() as { getText(): string } | null;
        return id?.getText() ?? '';
      })
      .join('.');
    if (name !== '') this.references.push({ ...placeOf(node as unknown as Tree), name });
  }

  private created(node: CreatorContext): void {
    const names = node
      .createdName()
      .idCreatedNamePair_list()
      .map((part) => part.anyId().getText());
    this.references.push({ ...placeOf(node as unknown as Tree), name: names.join('.') });
  }

  private inlineQuery(node: Tree, kind: 'query' | 'search'): void {
    const start = node.start;
    if (start === undefined) return;
    const whole = this.slice(start.start, (node.stop?.stop ?? start.start) + 1);
    const text = kind === 'query' ? whole.slice(1, -1) : whole;
    const shift = kind === 'query' ? 1 : 0;
    const place = { line: start.line, column: start.column + 1 + shift };
    this.queries.push({
      ...placeOf(node),
      text,
      kind,
      isDynamic: false,
      hasMode: false,
      method: this.method,
      segments: [{ start: 0, ...place }],
    });
  }

  private slice(from: number, to: number): string {
    const part = this.text.slice(from, to);
    return typeof part === 'string' ? part : part.join('');
  }

  private dot(node: DotExpressionContext): void {
    const method = node.dotMethodCall() as ReturnType<DotExpressionContext['dotMethodCall']> | null;
    const receiver = node.expression();
    if (!method) {
      this.named(receiver);
      return;
    }
    this.call(node);
    this.named(receiver);
    const owner = receiver.getText().toLowerCase();
    if (owner !== 'database' && owner !== 'system.database') return;
    const list = method.expressionList() as { expression_list(): Tree[] } | null;
    const parameters = list?.expression_list() ?? [];
    const name = method.anyId().getText();
    const least = WRITES.get(name.toLowerCase());
    if (least !== undefined) {
      const hasMode = parameters.length >= least || parameters.slice(1).some((one) => this.isAccessLevel(one));
      this.writes.push({ ...placeOf(node as unknown as Tree), name: `Database.${name}`, hasMode, method: this.method });
    }
    const [first] = parameters;
    if (!DYNAMIC.has(name.toLowerCase()) || first === undefined) return;
    const hasMode = parameters.slice(1).some((one) => this.isAccessLevel(one));
    this.pending.push({ call: node, argument: first, method: this.method, hasMode });
  }

  /** `Name.x`: a class that is named without a type reference of its own. */
  private named(receiver: unknown): void {
    if (!(receiver instanceof PrimaryExpressionContext)) return;
    const primary = receiver.primary();
    if (primary instanceof IdPrimaryContext && this.variableType(primary.getText()) === undefined) {
      this.references.push({ ...placeOf(receiver as unknown as Tree), name: primary.getText() });
    }
  }

  private variableType(name: string): string | undefined {
    const key = name.toLowerCase();
    return this.methods[this.method]?.variables[key] ?? this.type?.fields[key];
  }

  /** Whether an argument can be an access level: anything but what plainly is something else. */
  private isAccessLevel(argument: Tree): boolean {
    const text = argument.getText();
    if (/^(system\.)?accesslevel\./i.test(text)) return true;
    const type = this.variableType(text);
    if (type !== undefined) return /^(system\.)?accesslevel$/i.test(type);
    return !/^(true|false|null|'.*'|\d+|new\b.*|database\..*|.*\.sobjecttype|.*\.fields\..*|\w+__c\.\w+)$/is.test(text);
  }

  private call(node: DotExpressionContext | MethodCallExpressionContext | NewExpressionContext): void {
    const method = this.methods[this.method];
    const chain = chainOf(node as unknown as Tree);
    if (method !== undefined && chain !== null) method.calls.push(chain);
  }

  private dynamicQuery(call: DotExpressionContext, argument: Tree, method: number, hasMode: boolean): void {
    const pieces = this.literals(argument, method, 0);
    if (pieces === null) return;
    const segments: Segment[] = [];
    let text = '';
    for (const piece of pieces) {
      segments.push({ start: text.length, line: piece.line, column: piece.column });
      text += piece.text;
    }
    this.queries.push({
      ...placeOf(call as unknown as Tree),
      text,
      kind: 'query',
      isDynamic: true,
      hasMode,
      method,
      segments,
    });
  }

  /** The literals a constant text is made of; null when any part is not known here. */
  private literals(node: Tree, method: number, depth: number): { text: string; line: number; column: number }[] | null {
    if (depth > 20) return null;
    if (node instanceof SubExpressionContext) return this.literals(node.expression() as never, method, depth + 1);
    if (node instanceof Arth2ExpressionContext) {
      const [left, right] = node.expression_list();
      const first = this.literals(left as never, method, depth + 1);
      const second = first === null ? null : this.literals(right as never, method, depth + 1);
      return first === null || second === null ? null : [...first, ...second];
    }
    if (!(node instanceof PrimaryExpressionContext)) return null;
    const primary = node.primary();
    if (primary instanceof LiteralPrimaryContext) {
      const raw = primary.getText();
      if (!/^'(?!'')/.test(raw) && raw !== "''") return null;
      const place = placeOf(node as unknown as Tree);
      return [{ text: unescape(raw.slice(1, -1)), line: place.line, column: place.column + 1 }];
    }
    if (!(primary instanceof IdPrimaryContext)) return null;
    const name = primary.getText().toLowerCase();
    const owner = this.methods[method]?.type.toLowerCase() ?? '';
    const value = this.constants.get(`#${method}.${name}`) ?? this.constants.get(`${owner}.${name}`) ?? null;
    const isShadowed = this.constants.get(`#${method}.${name}`) === null;
    return value === null || isShadowed ? null : this.literals(value, method, depth + 1);
  }
}

/** Apex escapes of a text literal, as far as they change what a query reads. */
function unescape(text: string): string {
  return text.replace(/\\(['"\\nrt])/g, (_whole, sign: string) => ({ n: '\n', r: '\r', t: '\t' })[sign] ?? sign);
}

function placeOf(node: Tree): Place {
  return { line: node.start?.line ?? 1, column: (node.start?.column ?? 0) + 1 };
}

/** Modifiers stand beside the declaration, one or two levels up. */
function modifiersOf(node: Tree): readonly ModifierContext[] {
  for (let holder = node.parentCtx, level = 0; holder !== undefined && level < 3; holder = holder.parentCtx, level++) {
    const list = (holder as { modifier_list?: () => ModifierContext[] }).modifier_list;
    if (list !== undefined) return list.call(holder);
  }
  return [];
}

function chainOf(node: Tree): string[] | null {
  if (node instanceof SubExpressionContext) return chainOf(node.expression() as never);
  if (node instanceof CastExpressionContext) return [`as ${node.typeRef().getText()}`];
  if (node instanceof NewExpressionContext) {
    const parts = node.creator().createdName().idCreatedNamePair_list();
    return [`new ${parts.map((part) => part.anyId().getText()).join('.')}`];
  }
  if (node instanceof MethodCallExpressionContext) {
    const call = node.methodCall();
    const id = call.id() as { getText(): string } | null;
    if (id) return [`${id.getText()}()`];
    return [(call.THIS() as unknown) ? 'this<init>' : 'super<init>'];
  }
  if (node instanceof PrimaryExpressionContext) {
    const primary = node.primary();
    if (primary instanceof ThisPrimaryContext) return ['this'];
    if (primary instanceof IdPrimaryContext) return [primary.getText()];
    return primary.getText().toLowerCase() === 'super' ? ['super'] : null;
  }
  if (!(node instanceof DotExpressionContext)) return null;
  const before = chainOf(node.expression() as never);
  if (before === null) return null;
  const method = node.dotMethodCall() as { anyId(): { getText(): string } } | null;
  return [...before, method ? `${method.anyId().getText()}()` : node.anyId().getText()];
}
