/** EventBus.ChangeEventHeader: what a change event tells of its change; the event's record holds it as text. */
import type { PlatformType } from '../contract.ts';
import { ApexList } from './values/collections.ts';
import { ApexObject } from './values/object.ts';

export const CHANGE_EVENT_HEADER = 'EventBus.ChangeEventHeader';

const FIELDS: Readonly<Record<string, string>> = {
  changeOrigin: 'String',
  changeType: 'String',
  changedFields: 'List<String>',
  commitNumber: 'Long',
  commitTimestamp: 'Long',
  commitUser: 'String',
  diffFields: 'List<String>',
  entityName: 'String',
  nulledFields: 'List<String>',
  recordIds: 'List<String>',
  sequenceNumber: 'Integer',
  transactionKey: 'String',
};

export class ChangeEventHeader extends ApexObject {
  static readonly apexName = CHANGE_EVENT_HEADER;
  readonly values = new Map<string, unknown>();

  /** The header as text. */
  toText(): string {
    const entries = [...this.values].map(([name, value]) => [name, plain(value)] as const);
    return JSON.stringify(Object.fromEntries(entries));
  }

  static fromText(text: string): ChangeEventHeader {
    const header = new ChangeEventHeader();
    for (const [name, value] of Object.entries(JSON.parse(text) as Record<string, unknown>)) {
      header.values.set(name, valueOf(value, FIELDS[name] ?? 'String'));
    }
    return header;
  }
}

function plain(value: unknown): unknown {
  if (value instanceof ApexList) return value.items;
  return typeof value === 'bigint' ? String(value) : value;
}

function valueOf(value: unknown, type: string): unknown {
  if (value === null) return null;
  if (type === 'Long') return BigInt(value as string);
  return Array.isArray(value) ? new ApexList(type, value as unknown[]) : value;
}

const reader = (name: string) => (header: ChangeEventHeader) => header.values.get(name) ?? null;

export const CHANGE_EVENT_TYPES: readonly PlatformType[] = [
  {
    name: CHANGE_EVENT_HEADER,
    kind: 'class',
    constructors: { '()': () => new ChangeEventHeader() },
    properties: Object.fromEntries(
      Object.entries(FIELDS).map(([name, type]) => [
        `${type} ${name}`,
        {
          get: reader(name),
          set: (header: ChangeEventHeader, value: unknown) => void header.values.set(name, value),
        },
      ]),
    ),
    members: Object.fromEntries(
      Object.entries(FIELDS).map(([name, type]) => [
        `${type} get${name.charAt(0).toUpperCase()}${name.slice(1)}()`,
        reader(name),
      ]),
    ),
  },
];
