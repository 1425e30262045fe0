/** Raw values ↔ SQL values by field type, and how each type's column is declared. */
import type { Raw } from '../types.ts';
import type { FieldSchema, FieldType } from '../schema/model.ts';
import type { SqlValue, ValueCodec } from './contract.ts';

const plain: ValueCodec = {
  toSql: (value) => (typeof value === 'boolean' ? Number(value) : value),
  fromSql: (value) => scalar(value),
};

const boolean: ValueCodec = {
  toSql: (value) => (value === true || value === 1 ? 1 : 0),
  fromSql: (value) => value !== null && Number(value) !== 0,
};

/** Values of any type live in columns without affinity; booleans become words, as history rows show them. */
const anyType: ValueCodec = {
  toSql: (value) => (typeof value === 'boolean' ? String(value) : value),
  fromSql: (value) => scalar(value),
};

function scalar(value: SqlValue): Raw {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  return value;
}

interface ColumnType {
  readonly codec: ValueCodec;
  /** Declared type; decides the column's affinity. */
  readonly declared: 'TEXT' | 'INTEGER' | 'REAL' | '';
  /** Text that compares without case unless the field says otherwise. */
  readonly ignoresCase: boolean;
}

const text = { codec: plain, declared: 'TEXT', ignoresCase: true } as const;
const exactText = { codec: plain, declared: 'TEXT', ignoresCase: false } as const;
const integer = { codec: plain, declared: 'INTEGER', ignoresCase: false } as const;
const real = { codec: plain, declared: 'REAL', ignoresCase: false } as const;

const COLUMN_TYPES: Readonly<Record<FieldType, ColumnType>> = {
  id: exactText,
  reference: exactText,
  string: text,
  textarea: text,
  email: text,
  phone: text,
  url: text,
  picklist: text,
  multipicklist: text,
  combobox: text,
  boolean: { codec: boolean, declared: 'INTEGER', ignoresCase: false },
  int: integer,
  double: real,
  currency: real,
  percent: real,
  date: exactText,
  datetime: integer,
  time: integer,
  base64: exactText,
  anyType: { codec: anyType, declared: '', ignoresCase: true },
};

/** The codec of one field type. SOQL decodes formula results with it too. */
export function codec(type: FieldType): ValueCodec {
  return COLUMN_TYPES[type].codec;
}

/** Whether the field has a column that is written: formulas have none, compound names compute theirs. */
export function isWritten(field: FieldSchema): boolean {
  return field.formula === undefined && field.compoundOf === undefined;
}

/** Whether the field has a column at all. */
export function isStored(field: FieldSchema): boolean {
  return field.formula === undefined;
}

/** Everything after the column's name in its definition. */
export function columnDefinition(field: FieldSchema): string {
  if (field.name === 'Id') return 'TEXT PRIMARY KEY NOT NULL';
  const { declared, ignoresCase } = COLUMN_TYPES[field.type];
  const collation = ignoresCase && !field.caseSensitive ? ' COLLATE NOCASE' : '';
  if (field.compoundOf) {
    const parts = field.compoundOf.map((part) => `coalesce(${quote(part)},'')`).join(`||' '||`);
    return `TEXT${collation} GENERATED ALWAYS AS (nullif(trim(${parts}),'')) VIRTUAL`;
  }
  if (field.type === 'boolean') return 'INTEGER NOT NULL DEFAULT 0';
  return `${declared}${collation}`.trim();
}

/** A name as SQL identifier. */
export function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
