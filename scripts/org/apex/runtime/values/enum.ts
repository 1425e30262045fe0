/** Enum constants: one JavaScript object per constant, so that identity is equality. */
import { ApexObject } from './object.ts';

export class ApexEnum extends ApexObject {
  /** Canonical name of the enum type. */
  readonly type: string;
  readonly name: string;
  readonly ordinal: number;
  constructor(type: string, name: string, ordinal: number) {
    super();
    this.type = type;
    this.name = name;
    this.ordinal = ordinal;
  }
  override get apexType(): string {
    return this.type;
  }
  override apexKey(): string {
    return `\u0000e:${this.type}.${this.name}`;
  }
  override apexString(): string {
    return this.name;
  }
}

const tables = new Map<string, ReadonlyMap<string, ApexEnum>>();

/** Constants of a platform enum by name, made once. */
export function defineEnum(type: string, names: readonly string[]): ReadonlyMap<string, ApexEnum> {
  const known = tables.get(type);
  if (known) return known;
  const table = new Map(names.map((name, ordinal) => [name, new ApexEnum(type, name, ordinal)]));
  tables.set(type, table);
  return table;
}

/** One constant of a platform enum, case-insensitive. Throws a plain `Error` for a name the enum does not have. */
export function enumConstant(type: string, name: string): ApexEnum {
  const table = tables.get(type);
  const constant =
    table?.get(name) ?? [...(table?.values() ?? [])].find((each) => each.name.toLowerCase() === name.toLowerCase());
  if (!constant) throw new Error(`Enum ${type} has no constant ${name}`);
  return constant;
}
