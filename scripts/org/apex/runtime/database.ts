/** Database: queries, DML, savepoints, batches and lead conversion. */
import type { PlatformType } from '../contract.ts';
import { host } from '../host.ts';
import { dmlMembers } from './database-dml.ts';
import { QUERY_TYPES, queryMembers } from './database-query.ts';
import { RESULT_TYPES } from './database-results.ts';
import { OPTION_TYPES } from './dml-options.ts';
import { LEAD_TYPES, leadMembers } from './lead-convert.ts';
import { requireArgument } from './values/exception.ts';
import { ApexObject } from './values/object.ts';

class Savepoint extends ApexObject {
  static readonly apexName = 'Savepoint';
  readonly id: number;
  constructor(id: number) {
    super();
    this.id = id;
  }
}

/** Records of one scope when the caller names none. */
const DEFAULT_SCOPE = 200;

export const DATABASE_TYPES: readonly PlatformType[] = [
  {
    name: 'Database',
    kind: 'class',
    members: {
      ...queryMembers,
      ...dmlMembers,
      ...leadMembers,
      'static Savepoint setSavepoint()': () => new Savepoint(host().savepoint()),
      'static void rollback(Savepoint)': (savepoint: Savepoint | null) =>
        host().rollback(requireArgument(savepoint).id),
      'static void releaseSavepoint(Savepoint)': (savepoint: Savepoint | null) =>
        host().releaseSavepoint(requireArgument(savepoint).id),
      'static Id executeBatch(Object)': (batch: unknown) => host().enqueueBatch(requireArgument(batch), DEFAULT_SCOPE),
      'static Id executeBatch(Object,Integer)': (batch: unknown, scope: number) =>
        host().enqueueBatch(requireArgument(batch), requireArgument(scope)),
    },
  },
  { name: 'Savepoint', kind: 'class' },
  ...QUERY_TYPES,
  ...RESULT_TYPES,
  ...OPTION_TYPES,
  ...LEAD_TYPES,
];
