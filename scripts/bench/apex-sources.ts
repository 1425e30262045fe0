/** The Apex that the bench compiles and runs: the package itself, copies of it, loops, and many trivial tests. */
import { packageDirectories, zipOf } from '../salesforce/project.ts';
import { readPackage } from '../org/rest/metadata/read-package.ts';
import type { MetadataComponent } from '../org/types.ts';

const CODE = new Set(['ApexClass', 'ApexTrigger']);
const META =
  '<?xml version="1.0" encoding="UTF-8"?><ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>66.0</apiVersion><status>Active</status></ApexClass>';

export interface PackageParts {
  readonly metadata: readonly MetadataComponent[];
  readonly classes: readonly MetadataComponent[];
  readonly triggers: readonly MetadataComponent[];
}

export async function readParts(root: string): Promise<PackageParts> {
  const { components } = readPackage(await zipOf(packageDirectories(root)));
  return {
    metadata: components.filter((one) => !CODE.has(one.type)),
    classes: components.filter((one) => one.type === 'ApexClass'),
    triggers: components.filter((one) => one.type === 'ApexTrigger'),
  };
}

export function linesOf(components: readonly MetadataComponent[]): number {
  return components.reduce((sum, one) => sum + one.content.split('\n').length, 0);
}

/** The classes again under other names, each copy using its own; REST addresses differ too. Exceptions keep their ending. */
export function copyOf(classes: readonly MetadataComponent[], mark: string): MetadataComponent[] {
  const names = classes.map((one) => one.fullName).sort((one, other) => other.length - one.length);
  const pattern = new RegExp(`\\b(${names.join('|')})\\b`, 'g');
  return classes.map((one) => {
    const fullName = renamed(one.fullName, mark);
    const content = one.content
      .replace(pattern, (name) => renamed(name, mark))
      .replace(/(urlMapping='\/)/g, `$1${mark.toLowerCase()}/`);
    return { ...one, fullName, path: `classes/${fullName}.cls`, content };
  });
}

function renamed(name: string, mark: string): string {
  return name.endsWith('Exception') ? name.replace(/Exception$/, `${mark}Exception`) : `${name}${mark}`;
}

export function apexClass(fullName: string, content: string): MetadataComponent {
  return { type: 'ApexClass', fullName, path: `classes/${fullName}.cls`, content, meta: META };
}

/** Test classes of a hundred methods each that assert next to nothing. */
export function trivialTests(methods: number): MetadataComponent[] {
  const perClass = 100;
  return Array.from({ length: methods / perClass }, (_, index) => {
    const body = Array.from(
      { length: perClass },
      (_unused, method) =>
        `    @IsTest\n    static void adds${method}() {\n        Assert.areEqual(${method + 1}, ${method} + 1);\n    }`,
    );
    return apexClass(`Trivial${index}Test`, `@IsTest\nprivate class Trivial${index}Test {\n${body.join('\n')}\n}`);
  });
}

/** The same loops in Apex and in JavaScript; `run` answers something of both, so that no engine leaves the work out. */
export interface Loop {
  readonly name: string;
  /** Statements that set `result`, with the number of rounds as `rounds`. */
  readonly apex: string;
  readonly rounds: number;
  run(rounds: number): number;
}

export const LOOPS: readonly Loop[] = [
  {
    name: 'Integer loop',
    rounds: 20_000_000,
    apex: `Integer result = 0;
      for (Integer index = 0; index < rounds; index++) { result += index * 3 - index / 2; }`,
    run(rounds) {
      let result = 0;
      for (let index = 0; index < rounds; index++) result = (result + (Math.imul(index, 3) - ((index / 2) | 0))) | 0;
      return result;
    },
  },
  {
    name: 'List loop',
    rounds: 1_000_000,
    apex: `List<Integer> values = new List<Integer>();
      for (Integer index = 0; index < rounds; index++) { values.add(index); }
      Integer result = 0;
      for (Integer value : values) { result += value; }
      for (Integer index = 0; index < values.size(); index++) { result += values[index]; }`,
    run(rounds) {
      const values: number[] = [];
      for (let index = 0; index < rounds; index++) values.push(index);
      let result = 0;
      for (const value of values) result = (result + value) | 0;
      for (let index = 0; index < values.length; index++) result = (result + (values[index] ?? 0)) | 0;
      return result;
    },
  },
  {
    name: 'Map loop',
    rounds: 300_000,
    apex: `Map<String, Integer> counts = new Map<String, Integer>();
      for (Integer index = 0; index < rounds; index++) { counts.put('K' + index, index); }
      Integer result = 0;
      for (String key : counts.keySet()) { result += counts.get(key); }`,
    run(rounds) {
      const counts = new Map<string, number>();
      for (let index = 0; index < rounds; index++) counts.set(`K${index}`, index);
      let result = 0;
      for (const key of counts.keys()) result = (result + (counts.get(key) ?? 0)) | 0;
      return result;
    },
  },
];
