/** Names in a template against the class beside it, and elements against the components that exist. */
import { parse } from '@lwc/template-compiler';
import type { Finding } from '../finding.ts';
import type { Bundle } from './bundles.ts';
import { GATE } from './imports.ts';
import type { ProjectNames } from './imports.ts';
import { lightningNames } from './platform-modules.ts';

interface Located {
  readonly location?: { readonly startLine: number; readonly startColumn: number };
}

interface AstNode extends Located {
  readonly type: string;
  readonly name?: unknown;
  readonly item?: AstNode;
  readonly index?: AstNode;
  readonly iterator?: AstNode;
  readonly slotData?: { readonly value: AstNode };
  readonly object?: AstNode;
  readonly children?: readonly AstNode[];
}

/** Members every component has from its base class. */
const INHERITED = new Set(
  'accessKey className children classList dataset dir draggable firstChild firstElementChild hidden hostElement id isConnected lang lastChild lastElementChild ownerDocument refs role shadowRoot spellcheck style tabIndex template title'.split(
    ' ',
  ),
);

const PASSED: ReadonlySet<string> = new Set(['Attribute', 'Property']);
const SKIPPED_KEYS = new Set(['location', 'directiveLocation', 'attributeValueSpans', '__original', 'children']);

/** Compile errors are another check's; a template that does not parse gives nothing here. */
export function checkTemplate(
  bundle: Bundle,
  file: string,
  text: string,
  members: readonly string[] | null,
  names: ProjectNames,
  isStrict: boolean,
): Finding[] {
  const options = { name: bundle.name, namespace: 'c', enableDynamicComponents: true, enableLwcOn: true };
  const { root } = parse(text, options as Parameters<typeof parse>[1]);
  if (root === undefined) return [];
  const walker = new TemplateWalker(file, members === null ? null : new Set(members), names, isStrict);
  walker.visit(root as unknown as AstNode, new Set());
  return walker.findings;
}

class TemplateWalker {
  readonly findings: Finding[] = [];
  private readonly file: string;
  private readonly members: ReadonlySet<string> | null;
  private readonly names: ProjectNames;

  private readonly isStrict: boolean;

  constructor(file: string, members: ReadonlySet<string> | null, names: ProjectNames, isStrict: boolean) {
    this.isStrict = isStrict;
    this.file = file;
    this.members = members;
    this.names = names;
  }

  private report(node: Located, message: string): void {
    const { startLine = 1, startColumn = 1 } = node.location ?? {};
    this.findings.push({ file: this.file, line: startLine, column: startColumn, gate: GATE, message });
  }

  /** `isPassed`: the value of an attribute or property, where a name that is missing reads as nothing given. */
  visit(node: AstNode, scope: ReadonlySet<string>, holder: Located = node, isPassed = false): void {
    if (node.type === 'Identifier') {
      this.identifier(node, scope, holder, isPassed);
      return;
    }
    if (node.type === 'MemberExpression') {
      if (node.object !== undefined)
        this.visit(node.object, scope, node.location === undefined ? holder : node, isPassed);
      return;
    }
    if (['Component', 'ExternalComponent'].includes(node.type)) this.element(node);
    const place = node.location === undefined ? holder : node;
    const added = [node.item, node.index, node.iterator, node.slotData?.value].flatMap((one) =>
      typeof one?.name === 'string' ? [one.name] : [],
    );
    const own = new Set(['item', 'index', 'iterator', 'slotData', ...SKIPPED_KEYS]);
    for (const [key, value] of Object.entries(node))
      if (!own.has(key)) this.visitAny(value, scope, place, isPassed || PASSED.has(node.type));
    const inner = added.length === 0 ? scope : new Set([...scope, ...added]);
    for (const child of node.children ?? []) this.visit(child, inner, place);
  }

  private visitAny(value: unknown, scope: ReadonlySet<string>, holder: Located, isPassed: boolean): void {
    if (Array.isArray(value)) for (const one of value) this.visitAny(one, scope, holder, isPassed);
    else if (typeof value === 'object' && value !== null && 'type' in value)
      this.visit(value as AstNode, scope, holder, isPassed);
  }

  private identifier(node: AstNode, scope: ReadonlySet<string>, holder: Located, isPassed: boolean): void {
    const name = String(node.name);
    if (this.members === null || scope.has(name) || this.members.has(name) || INHERITED.has(name)) return;
    if (/^aria[A-Z]/.test(name)) return;
    const close = [...this.members].find((one) => isNear(one.toLowerCase(), name.toLowerCase()));
    if (isPassed && !this.isStrict && close === undefined) return;
    const hint = close === undefined ? '' : `: is ${close} meant?`;
    this.report(node.location === undefined ? holder : node, `The component has no ${name}${hint}`);
  }

  private element(node: AstNode): void {
    const tag = String(node.name);
    const match = /^([a-z0-9]+)-(.+)$/.exec(tag);
    if (match === null) return;
    const [, space, rest = ''] = match;
    const name = rest.replace(/-([a-z0-9])/g, (_whole, letter: string) => letter.toUpperCase());
    const { project, bundles } = this.names;
    const isOwn = space === 'c' || space === project.namespace?.toLowerCase();
    if (isOwn && !bundles.has(name) && !project.hasForeignPackages) {
      const close = [...bundles.keys()].find((one) => one.toLowerCase() === name.toLowerCase());
      const hint = close === undefined ? '' : `: ${close} is written <${space}-${kebab(close)}>`;
      this.report(node, `There is no component for <${tag}>${hint}`);
    }
    const known = lightningNames();
    if (space === 'lightning' && known.size > 0 && !known.has(name)) this.report(node, `There is no <${tag}>`);
  }
}

/** At most one letter more, less or other. */
function isNear(left: string, right: string): boolean {
  if (Math.abs(left.length - right.length) > 1 || Math.min(left.length, right.length) < 3) return left === right;
  let start = 0;
  while (start < left.length && left[start] === right[start]) start++;
  let end = 0;
  const most = Math.min(left.length, right.length) - start;
  while (end < most && left.at(-1 - end) === right.at(-1 - end)) end++;
  return Math.max(left.length, right.length) - start - end <= 1;
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
