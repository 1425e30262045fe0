/** Which methods a trigger or a job can reach: calls followed by the names and types that stand in the text, never by guessing. */
import type { MethodFact, TypeFact } from '../source/apex-facts.ts';
import type { ApexFile } from '../source/apex-files.ts';

interface Method {
  readonly file: ApexFile;
  /** Index in the file's `methods`. */
  readonly index: number;
  readonly fact: MethodFact;
}

interface Call {
  readonly method: Method;
  /** Class of the object, where the text says it exactly. */
  readonly self: string | null;
}

interface Type {
  readonly file: ApexFile;
  readonly fact: TypeFact;
}

/** Chains are followed this far; longer ones are builders, which read nothing. */
const MOST_STEPS = 8;

export class CallGraph {
  /** By lower-case name, `outer.inner` for inner types. */
  private readonly types = new Map<string, Type>();
  private readonly methods = new Map<string, Method[]>();
  private readonly children = new Map<string, string[]>();
  private readonly triggers: Method[] = [];

  constructor(files: readonly ApexFile[]) {
    for (const file of files) {
      for (const fact of file.facts.types) this.types.set(fact.name.toLowerCase(), { file, fact });
      for (const [index, fact] of file.facts.methods.entries()) {
        const method = { file, index, fact };
        if (file.facts.kind === 'trigger' && fact.type === '' && fact.name === '') this.triggers.push(method);
        const key = `${fact.type}.${fact.name}`.toLowerCase();
        this.methods.set(key, [...(this.methods.get(key) ?? []), method]);
      }
    }
    for (const [name, { fact }] of this.types) {
      for (const parent of [...(fact.extends === null ? [] : [fact.extends]), ...fact.implements]) {
        const key = this.typeNamed(parent, name);
        if (key !== null) this.children.set(key, [...(this.children.get(key) ?? []), name]);
      }
    }
  }

  /** Methods the platform calls of jobs. */
  private jobs(): Method[] {
    return [...this.methods.values()]
      .flat()
      .filter(({ fact }) => /^(start|execute|finish)$/i.test(fact.name) && this.isJob(fact.type.toLowerCase()));
  }

  private isJob(type: string): boolean {
    for (let name: string | null = type; name !== null;) {
      const fact: TypeFact | undefined = this.types.get(name)?.fact;
      if (fact === undefined) return false;
      if (
        fact.implements.some((one) => /^(system\.|database\.)?(queueable|schedulable|batchable|finalizer)\b/i.test(one))
      ) {
        return true;
      }
      name = fact.extends === null ? null : this.typeNamed(fact.extends, name);
    }
    return false;
  }

  /** Names of triggers and jobs by method, as `file#index in its methods`. */
  reachable(entries: { readonly triggers: boolean; readonly jobs: boolean }): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    for (const entry of [...(entries.triggers ? this.triggers : []), ...(entries.jobs ? this.jobs() : [])]) {
      const seen = new Set<string>();
      const waiting: Call[] = [{ method: entry, self: null }];
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        const { method, self } = next;
        const key = methodKey(method.file.file, method.index);
        if (seen.has(`${key}#${self ?? ''}`)) continue;
        seen.add(`${key}#${self ?? ''}`);
        if (!found.has(key)) found.set(key, entry.file.name);
        for (const call of method.fact.calls) waiting.push(...this.targets(call, next));
      }
    }
    return found;
  }

  private targets(chain: readonly string[], { method: from, self }: Call): Call[] {
    if (chain.length > MOST_STEPS) return [];
    const own = from.fact.type.toLowerCase();
    const last = chain.at(-1) ?? '';
    if (last.startsWith('new ')) return this.created(last.slice(4), own);
    if (last === 'super<init>') {
      const parent = this.types.get(own)?.fact.extends;
      return parent ? this.created(parent, own) : [];
    }
    if (last === 'this<init>') return this.constructors(own);
    const name = last.replace(/\(\)$/, '').toLowerCase();
    const isOwn = chain.length === 1 || (chain.length === 2 && chain[0] === 'this');
    // Inside an object whose class is known, a method is that class's own, whatever others override.
    if (isOwn && self !== null) {
      const exact = this.inherited(self, name);
      if (exact.length > 0) return exact.map((method) => ({ method, self }));
    }
    const first = chain[0] ?? '';
    const exactly = chain.length === 2 && first.startsWith('new ') ? this.typeNamed(first.slice(4), own) : null;
    if (exactly !== null) return this.inherited(exactly, name).map((method) => ({ method, self: exactly }));
    const owner = chain.length === 1 ? this.ownerOf(own, name) : this.typeOf(chain.slice(0, -1), from);
    return owner === null ? [] : this.methodsNamed(owner, name).map((method) => ({ method, self: null }));
  }

  private created(name: string, from: string): Call[] {
    const type = this.typeNamed(name, from);
    return type === null ? [] : this.constructors(type);
  }

  private constructors(type: string): Call[] {
    return (this.methods.get(`${type}.<init>`) ?? []).map((method) => ({ method, self: type }));
  }

  /** The method of the type itself or of its nearest parent that has one. */
  private inherited(type: string, name: string): Method[] {
    for (let owner: string | null = type, level = 0; owner !== null && level < 10; level++) {
      const here = this.methods.get(`${owner}.${name}`);
      if (here !== undefined) return here;
      const parent: string | null | undefined = this.types.get(owner)?.fact.extends;
      owner = parent ? this.typeNamed(parent, owner) : null;
    }
    return [];
  }

  /** An unqualified call means the own type or one around it. */
  private ownerOf(type: string, name: string): string | null {
    for (let owner = type; owner !== ''; owner = owner.includes('.') ? owner.slice(0, owner.lastIndexOf('.')) : '') {
      if (this.methodsNamed(owner, name).length > 0) return owner;
    }
    return null;
  }

  /** The method of the type or its nearest parent, and every one that overrides it. */
  private methodsNamed(type: string, name: string): Method[] {
    const found = [...this.inherited(type, name)];
    const below = [...(this.children.get(type) ?? [])];
    for (let child = below.pop(); child !== undefined; child = below.pop()) {
      found.push(...(this.methods.get(`${child}.${name}`) ?? []));
      below.push(...(this.children.get(child) ?? []));
    }
    return found;
  }

  private typeOf(chain: readonly string[], from: Method): string | null {
    const own = from.fact.type.toLowerCase();
    let type: string | null = null;
    for (const [index, step] of chain.entries()) {
      const name = step.replace(/\(\)$/, '').toLowerCase();
      if (index === 0) type = this.firstType(step, name, from, own);
      else if (type === null) return null;
      else if (step.endsWith('()')) type = this.resultOf(type, name);
      else {
        const field = this.fieldType(type, name);
        type =
          field === null ? (this.types.has(`${type}.${name}`) ? `${type}.${name}` : null) : this.typeNamed(field, type);
      }
    }
    return type;
  }

  private firstType(step: string, name: string, from: Method, own: string): string | null {
    if (step === 'this') return own;
    if (step.toLowerCase() === 'super') {
      const parent = this.types.get(own)?.fact.extends;
      return parent ? this.typeNamed(parent, own) : null;
    }
    if (step.startsWith('new ')) return this.typeNamed(step.slice(4), own);
    if (step.startsWith('as ')) return this.typeNamed(step.slice(3), own);
    if (step.endsWith('()')) {
      const owner = this.ownerOf(own, name);
      return owner === null ? null : this.resultOf(owner, name);
    }
    const declared = from.fact.variables[name] ?? this.fieldType(own, name);
    return this.typeNamed(declared ?? step, own);
  }

  private fieldType(type: string, name: string): string | null {
    for (let owner = type; owner !== ''; owner = owner.includes('.') ? owner.slice(0, owner.lastIndexOf('.')) : '') {
      const found = this.types.get(owner)?.fact.fields[name];
      if (found !== undefined) return found;
    }
    return null;
  }

  private resultOf(type: string, name: string): string | null {
    const [method] = this.methodsNamed(type, name);
    return method === undefined ? null : this.typeNamed(method.fact.returns, method.fact.type.toLowerCase());
  }

  /** A name as it is seen from inside a type: inner types first. */
  private typeNamed(written: string, from: string): string | null {
    const name = written.toLowerCase();
    for (let owner = from; owner !== ''; owner = owner.includes('.') ? owner.slice(0, owner.lastIndexOf('.')) : '') {
      if (this.types.has(`${owner}.${name}`)) return `${owner}.${name}`;
    }
    return this.types.has(name) ? name : null;
  }
}

export function methodKey(file: string, index: number): string {
  return `${file}#${index}`;
}
