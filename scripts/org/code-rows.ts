/** ApexClass and ApexTrigger rows: what queries and permission sets see of the org's code. */
import { SetupRows } from './access/setup-rows.ts';
import type { OrgSchema } from './schema/model.ts';
import type { Store } from './store/contract.ts';
import type { Raw } from './types.ts';
import type { Code } from './code.ts';

const OBJECTS = { class: 'ApexClass', trigger: 'ApexTrigger' } as const;

/** Brings the rows in step with the code; rows of code that is gone are removed. `now` is epoch milliseconds, org time. */
export function syncCodeRows(store: Store, schema: OrgSchema, code: Code, now: number): void {
  const rows = new SetupRows(store, schema, now, null);
  for (const kind of ['class', 'trigger'] as const) {
    const objectName = OBJECTS[kind];
    const names = new Set<string>();
    for (const source of code.sources) {
      if (source.kind !== kind) continue;
      names.add(source.name.toLowerCase());
      const trigger = code.units.find((unit) => unit.kind === 'trigger' && unit.name === source.name)?.trigger;
      rows.upsert(
        objectName,
        ['Name'],
        known(schema, objectName, {
          Name: source.name,
          ApiVersion: source.apiVersion,
          Status: 'Active',
          IsValid: true,
          Body: source.text,
          LengthWithoutComments: source.text.length,
          NamespacePrefix: schema.namespace ?? null,
          ...usage(trigger),
        }),
      );
    }
    const gone = store
      .all(`SELECT "Id", "Name" FROM "${objectName}"`)
      .filter((row) => !names.has(String(row['Name']).toLowerCase()));
    rows.removeBy(
      objectName,
      'Id',
      gone.map((row) => row['Id'] as string),
    );
  }
}

function usage(
  trigger: { readonly object: string; readonly events: readonly string[] } | undefined,
): Record<string, Raw> {
  if (trigger === undefined) return {};
  const values: Record<string, Raw> = { TableEnumOrId: trigger.object };
  for (const timing of ['Before', 'After']) {
    for (const operation of ['Insert', 'Update', 'Delete', 'Undelete']) {
      values[`Usage${timing}${operation}`] = trigger.events.includes(`${timing} ${operation}`.toLowerCase());
    }
  }
  return values;
}

function known(schema: OrgSchema, objectName: string, values: Readonly<Record<string, Raw>>): Record<string, Raw> {
  const object = schema.requireObject(objectName);
  return Object.fromEntries(Object.entries(values).filter(([name]) => object.field(name) !== undefined));
}
