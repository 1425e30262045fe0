import type { Clock, Id, Raw } from '../types.ts';
import type { FieldSchema, ObjectSchema, OrgSchema } from '../schema/model.ts';
import type { RecordError, SObjectRecord } from '../store/record.ts';
import type { Store } from '../store/contract.ts';
import type { Access, AccessRules } from '../access/contract.ts';

export type DmlOperation = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete' | 'merge';

export interface DmlOptions {
  /** True: one refusal rolls back everything and is thrown by the Apex layer. False: good rows stay. */
  readonly allOrNone: boolean;
  readonly access: Access;
  /** Upsert key; `Id` when absent. */
  readonly externalIdField?: string;
  /** Merge: ids merged into the one master record. */
  readonly mergeIds?: readonly Id[];
  /** `Database.DMLOptions.DuplicateRuleHeader.allowSave` and the like are not part of this round. */
  readonly allowFieldTruncation?: boolean;
  /** The platform itself writes (lead conversion): fields that nobody may set are taken from the records. */
  readonly writesReadOnlyFields?: boolean;
}

/** One per record, in order. */
export interface SaveResult {
  readonly id: Id | null;
  readonly success: boolean;
  /** Upsert only. */
  readonly created?: boolean;
  readonly errors: readonly RecordError[];
}

/** One firing of the triggers of one object for at most 200 records. */
export interface TriggerEvent {
  readonly object: string;
  readonly operation: 'insert' | 'update' | 'delete' | 'undelete';
  readonly timing: 'before' | 'after';
  /** Before: the very records that will be saved, so that triggers can change them. */
  readonly newRecords: readonly SObjectRecord[] | null;
  readonly oldRecords: readonly SObjectRecord[] | null;
}

/** Implemented by the Apex layer; DML knows only this. `addError` leaves errors on the records. */
export interface TriggerHost {
  hasTriggers(object: string, operation: TriggerEvent['operation'], timing: TriggerEvent['timing']): boolean;
  fire(event: TriggerEvent): void;
}

/** What a formula sees besides the record: the stored row before this save, the running user. */
export interface FormulaState {
  readonly userId: Id;
  readonly old: SObjectRecord | null;
  readonly isNew: boolean;
}

/** Formulas as a save needs them; `field` tells the type of the result. */
export interface DmlFormulas {
  /** Paths from the object that the formula reads, for example `Package__r.Name`. */
  references(object: ObjectSchema, field: FieldSchema, text: string): readonly string[];
  /** The record has its own values, and under `parents` those that `references` named. */
  evaluate(record: SObjectRecord, field: FieldSchema, text: string, state: FormulaState): Raw;
}

/** What DML needs to run. */
export interface DmlContext {
  readonly schema: OrgSchema;
  readonly store: Store;
  readonly access: AccessRules;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly triggers: TriggerHost;
  /** Absent in orgs without formulas; a rule or formula field then fails by name. */
  readonly formulas?: DmlFormulas;
  /** Platform events saved by this statement; the transaction publishes them (after commit or at once). */
  publish(records: readonly SObjectRecord[]): void;
  /** Called after rows of users, permission sets, shares or groups changed. */
  accessChanged(): void;
}
