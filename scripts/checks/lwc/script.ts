/** What a component's script says of itself: imports, exports, the members a template can read. */
import ts from 'typescript';
import type { Place } from '../source/apex-facts.ts';

export interface ImportFact extends Place {
  readonly module: string;
  /** Imported name (`default`, `*` or a named export) by local name; types are left out. */
  readonly names: Readonly<Record<string, string>>;
  readonly isTypeOnly: boolean;
}

export interface WireFact extends Place {
  /** Local name of the adapter. */
  readonly adapter: string;
}

export interface ScriptFacts {
  readonly imports: readonly ImportFact[];
  /** Names that other modules can import; null where a module passes on all of another. */
  readonly exports: readonly string[] | null;
  /** Members a template can read; null where they cannot all be known. */
  readonly members: readonly string[] | null;
  readonly publicMembers: readonly string[];
  readonly wires: readonly WireFact[];
}

/** Base classes that add no names a template could read, besides those below. */
const PLAIN_MIXINS = new Set(['NavigationMixin']);
const MODAL_MEMBERS = ['close', 'label', 'size', 'description', 'disableClose'];

export function readScript(file: string, text: string): ScriptFacts {
  const kind = file.endsWith('.ts') ? ts.ScriptKind.TS : ts.ScriptKind.JS;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true, kind);
  const reader = new ScriptReader(source);
  return reader.read();
}

class ScriptReader {
  private readonly source: ts.SourceFile;
  private readonly imports: ImportFact[] = [];
  private readonly wires: WireFact[] = [];
  private exports: string[] | null = [];
  private readonly components: ts.ClassDeclaration[] = [];

  constructor(source: ts.SourceFile) {
    this.source = source;
  }

  read(): ScriptFacts {
    for (const statement of this.source.statements) this.statement(statement);
    this.dynamicImports(this.source);
    const [component, second] = this.components;
    const known = component === undefined || second !== undefined ? null : this.membersOf(component);
    const publicMembers = component === undefined ? [] : this.publicMembersOf(component);
    for (const one of this.components) for (const member of one.members) this.wire(member);
    return { imports: this.imports, exports: this.exports, members: known, publicMembers, wires: this.wires };
  }

  private placeOf(node: ts.Node): Place {
    const { line, character } = this.source.getLineAndCharacterOfPosition(node.getStart(this.source));
    return { line: line + 1, column: character + 1 };
  }

  private statement(node: ts.Statement): void {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier))
      this.import(node, node.moduleSpecifier);
    if (ts.isExportDeclaration(node)) this.exportFrom(node);
    if (ts.isExportAssignment(node)) this.addExport('default');
    const modifiers = ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []) : [];
    if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return;
    const isDefault = modifiers.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
    if (ts.isClassDeclaration(node) && isDefault) this.components.push(node);
    if (isDefault) this.addExport('default');
    else this.declared(node);
  }

  private declared(node: ts.Statement): void {
    if (ts.isVariableStatement(node)) {
      for (const { name } of node.declarationList.declarations) {
        if (ts.isIdentifier(name)) this.addExport(name.text);
        else this.exports = null;
      }
      return;
    }
    const { name } = node as ts.Statement & { name?: ts.Identifier };
    if (name !== undefined) this.addExport(name.text);
  }

  private addExport(name: string): void {
    this.exports?.push(name);
  }

  private import(node: ts.ImportDeclaration, module: ts.StringLiteral): void {
    const clause = node.importClause;
    const names: Record<string, string> = {};
    if (clause?.name !== undefined) names[clause.name.text] = 'default';
    const bindings = clause?.namedBindings;
    if (bindings !== undefined && ts.isNamespaceImport(bindings)) names[bindings.name.text] = '*';
    if (bindings !== undefined && ts.isNamedImports(bindings)) {
      for (const one of bindings.elements) {
        if (!one.isTypeOnly) names[one.name.text] = (one.propertyName ?? one.name).text;
      }
    }
    this.imports.push({ ...this.placeOf(node), module: module.text, names, isTypeOnly: clause?.isTypeOnly ?? false });
  }

  private exportFrom(node: ts.ExportDeclaration): void {
    if (node.moduleSpecifier !== undefined && ts.isStringLiteral(node.moduleSpecifier)) {
      const names: Record<string, string> = {};
      if (node.exportClause !== undefined && ts.isNamedExports(node.exportClause)) {
        for (const one of node.exportClause.elements) names[one.name.text] = (one.propertyName ?? one.name).text;
      }
      const isTypeOnly = node.isTypeOnly;
      this.imports.push({ ...this.placeOf(node), module: node.moduleSpecifier.text, names, isTypeOnly });
    }
    if (node.exportClause === undefined) this.exports = null;
    else if (ts.isNamedExports(node.exportClause)) {
      for (const one of node.exportClause.elements) this.addExport(one.name.text);
    } else this.addExport(node.exportClause.name.text);
  }

  private dynamicImports(node: ts.Node): void {
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [module] = node.arguments;
      if (module !== undefined && ts.isStringLiteral(module)) {
        this.imports.push({ ...this.placeOf(node), module: module.text, names: {}, isTypeOnly: false });
      }
    }
    ts.forEachChild(node, (child) => this.dynamicImports(child));
  }

  /** Local name → where it comes from. */
  private origin(name: string): { module: string; imported: string } | null {
    for (const { module, names } of this.imports) {
      const imported = Object.hasOwn(names, name) ? names[name] : undefined;
      if (imported !== undefined) return { module, imported };
    }
    return null;
  }

  /** Names the base class gives; null when it is not one of the platform's plain ones. */
  private inherited(base: ts.Expression | undefined): string[] | null {
    if (base === undefined) return null;
    if (ts.isCallExpression(base) && ts.isIdentifier(base.expression) && PLAIN_MIXINS.has(base.expression.text)) {
      return this.inherited(base.arguments[0]);
    }
    if (!ts.isIdentifier(base)) return null;
    const from = this.origin(base.text);
    if (from?.module === 'lwc' && from.imported === 'LightningElement') return [];
    return from?.module === 'lightning/modal' ? MODAL_MEMBERS : null;
  }

  private membersOf(node: ts.ClassDeclaration): string[] | null {
    const clause = node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword);
    const inherited = this.inherited(clause?.types[0]?.expression);
    if (inherited === null) return null;
    const names = [...inherited];
    for (const member of node.members) {
      if (member.name === undefined) continue;
      if (ts.isComputedPropertyName(member.name)) return null;
      if (ts.isIdentifier(member.name) || ts.isStringLiteral(member.name)) names.push(member.name.text);
    }
    return this.assigned(node, names) ? names : null;
  }

  /** Adds what methods assign to `this`; false when that cannot be told. */
  private assigned(node: ts.Node, names: string[]): boolean {
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
      const { left } = node;
      if (ts.isPropertyAccessExpression(left) && left.expression.kind === ts.SyntaxKind.ThisKeyword) {
        names.push(left.name.text);
      }
      if (ts.isElementAccessExpression(left) && left.expression.kind === ts.SyntaxKind.ThisKeyword) return false;
      if (ts.isObjectLiteralExpression(left) || ts.isArrayLiteralExpression(left)) {
        if (/\bthis\./.test(left.getText(this.source))) return false;
      }
    }
    if (ts.isCallExpression(node) && node.arguments.some(({ kind }) => kind === ts.SyntaxKind.ThisKeyword)) {
      if (/^(Object|Reflect)\./.test(node.expression.getText(this.source))) return false;
    }
    let isKnown = true;
    ts.forEachChild(node, (child) => {
      if (!this.assigned(child, names)) isKnown = false;
    });
    return isKnown;
  }

  private publicMembersOf(node: ts.ClassDeclaration): string[] {
    return node.members.flatMap((member) => {
      if (!this.decorators(member).some((one) => one.getText(this.source) === 'api')) return [];
      return member.name !== undefined && ts.isIdentifier(member.name) ? [member.name.text] : [];
    });
  }

  private decorators(member: ts.Node): ts.Expression[] {
    const decorators = ts.canHaveDecorators(member) ? (ts.getDecorators(member) ?? []) : [];
    return decorators.map(({ expression }) => expression);
  }

  private wire(member: ts.ClassElement): void {
    for (const decorator of this.decorators(member)) {
      if (!ts.isCallExpression(decorator) || decorator.expression.getText(this.source) !== 'wire') continue;
      const [adapter] = decorator.arguments;
      if (adapter === undefined || !ts.isIdentifier(adapter)) continue;
      this.wires.push({ ...this.placeOf(decorator), adapter: adapter.text });
    }
  }
}
