/** Ids, dates and revisions of deployed components: stable over deploys, kept in the org's state. */
import type { Id } from '../../types.ts';
import type { Org } from '../../org.ts';
import { TYPE_BY_NAME } from './types.ts';

const STATE_KEY = 'componentRegistry';

export interface RegisteredComponent {
  readonly id: Id;
  readonly type: string;
  readonly fullName: string;
  /** Epoch milliseconds, org time. */
  readonly createdAt: number;
  readonly modifiedAt: number;
  readonly modifiedBy: Id;
  /** Grows with every change in the org; source tracking compares it. */
  readonly revision: number;
  readonly isDeleted: boolean;
}

/** Types that live inside others and still have ids. */
const CHILD_PREFIXES: Readonly<Record<string, string>> = {
  CustomField: '00N',
  ValidationRule: '03d',
  ListView: '00B',
  RecordType: '012',
  CompactLayout: '0AH',
  FieldSet: '0IX',
  WebLink: '00b',
  CustomLabel: '101',
  LightningComponentResource: '0Rd',
};

/** Types whose components are rows as well: the row's id is the component's id. */
const ROW_NAMES: Readonly<Record<string, string>> = {
  ApexClass: 'Name',
  ApexTrigger: 'Name',
  PermissionSet: 'Name',
  CustomPermission: 'DeveloperName',
};

export class ComponentRegistry {
  private readonly entries: Map<string, RegisteredComponent>;
  private revision: number;
  private readonly org: Org;

  constructor(org: Org) {
    this.org = org;
    const stored = JSON.parse(org.store.getState(STATE_KEY) ?? '[]') as RegisteredComponent[];
    this.entries = new Map(stored.map((entry) => [`${entry.type}/${entry.fullName}`, entry]));
    this.revision = stored.reduce((most, entry) => Math.max(most, entry.revision), 0);
  }

  find(type: string, fullName: string): RegisteredComponent | undefined {
    return this.entries.get(`${type}/${fullName}`);
  }

  all(): readonly RegisteredComponent[] {
    return [...this.entries.values()];
  }

  /** Notes a change; `save` makes it durable. */
  touch(type: string, fullName: string, userId: Id, isDeleted = false): RegisteredComponent {
    const known = this.find(type, fullName);
    const now = this.org.clock.now();
    const entry: RegisteredComponent = {
      id: known?.id ?? this.newId(type, fullName),
      type,
      fullName,
      createdAt: known?.createdAt ?? now,
      modifiedAt: now,
      modifiedBy: userId,
      revision: (this.revision += 1),
      isDeleted,
    };
    this.entries.set(`${type}/${fullName}`, entry);
    return entry;
  }

  save(): void {
    this.org.store.setState(STATE_KEY, JSON.stringify([...this.entries.values()]));
  }

  private newId(type: string, fullName: string): Id {
    const column = ROW_NAMES[type];
    if (column !== undefined && this.org.schema.object(type)?.field(column) !== undefined) {
      const row = this.org.store.get(`SELECT "Id" FROM "${type}" WHERE "${column}" = ?`, [fullName]);
      if (typeof row?.['Id'] === 'string') return row['Id'];
    }
    return this.org.store.nextId(TYPE_BY_NAME.get(type)?.keyPrefix ?? CHILD_PREFIXES[type] ?? '0xx');
  }
}
