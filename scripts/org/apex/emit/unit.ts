/** What one emitted file shares: its imports (platform members, other classes, constants), coverage lines, dependencies. */
import type { ApexSource } from '../contract.ts';
import type { ClassModel } from '../declare/model.ts';
import { topLevel } from '../declare/world.ts';
import type { World } from '../declare/world.ts';
import type { QueryAnalyzer } from '../compiler.ts';

export class Unit {
  readonly source: ApexSource;
  readonly world: World;
  readonly model: ClassModel;
  readonly analyze: QueryAnalyzer;
  /** Object of the trigger this file is, where it is one. */
  triggerObject: string | null = null;
  readonly coverable = new Set<number>();
  readonly dependencies = new Set<string>();
  /** Declarations at the head of the file by what they are for. */
  private readonly heads = new Map<string, { name: string; js: string }>();

  constructor(source: ApexSource, world: World, model: ClassModel, analyze: QueryAnalyzer) {
    this.source = source;
    this.world = world;
    this.model = model;
    this.analyze = analyze;
  }

  private codePoints: readonly string[] | null = null;

  /** Source text between two token offsets; the parser counts code points, not UTF-16 units. */
  text(start: number, end: number): string {
    this.codePoints ??= Array.from(this.source.text);
    if (this.codePoints.length === this.source.text.length) return this.source.text.slice(start, end);
    return this.codePoints.slice(start, end).join('');
  }

  /** Name of a constant at the head of the file, made once per `js`. */
  private head(prefix: string, key: string, declare: (name: string) => string): string {
    const known = this.heads.get(prefix + key);
    if (known) return known.name;
    const name = `$${prefix}${this.heads.size}`;
    this.heads.set(prefix + key, { name, js: declare(name) });
    return name;
  }

  /** Function of a platform member, bound when the file loads. */
  member(type: string, key: string): string {
    return this.head(
      'm',
      `${type} ${key}`,
      (name) => `const ${name}=$.member(${JSON.stringify(type)},${JSON.stringify(key)});`,
    );
  }

  constructorOf(type: string, key: string): string {
    return this.head(
      'm',
      `${type} new ${key}`,
      (name) => `const ${name}=$.platformConstructor(${JSON.stringify(type)},${JSON.stringify(key)});`,
    );
  }

  property(type: string, key: string, side: 'get' | 'set'): string {
    return this.head(
      'p',
      `${type} ${side} ${key}`,
      (name) => `const ${name}=$.property(${JSON.stringify(type)},${JSON.stringify(key)},"${side}");`,
    );
  }

  constant(js: string): string {
    return this.head('c', js, (name) => `const ${name}=${js};`);
  }

  enumConstant(type: string, constant: string): string {
    return this.constant(`$.enumConstant(${JSON.stringify(type)},${JSON.stringify(constant)})`);
  }

  /** JavaScript expression of a user class. Other files' classes load at their first use. */
  classReference(model: ClassModel): string {
    if (topLevel(model) === this.model) return model.js;
    this.dependencies.add(topLevel(model).name);
    const key = JSON.stringify(model.name.toLowerCase());
    const name = this.head('k', key, (each) => `let ${each}=null;`);
    return `(${name}??=$.load(${key}))`;
  }

  /** Class needed while the file loads (a superclass). */
  superclassReference(model: ClassModel): string {
    if (topLevel(model) === this.model) return model.js;
    this.dependencies.add(topLevel(model).name);
    return `$.load(${JSON.stringify(model.name.toLowerCase())})`;
  }

  /** A type text that names user classes makes this file depend on them. */
  mention(type: string): void {
    for (const word of type.split(/[<>,]/)) {
      const model = word && this.world.userClass(word);
      if (model && topLevel(model) !== this.model) this.dependencies.add(topLevel(model).name);
    }
  }

  headLines(): string[] {
    return [...this.heads.values()].map((each) => each.js);
  }

  /** Statement prefix that marks this line as executed. */
  count(line: number): string {
    if (this.model.isTest || this.source.kind === 'anonymous') return '';
    this.coverable.add(line);
    return `$c[${line}]=1;`;
  }
}
