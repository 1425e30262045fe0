/** Search: SOSL as text. In tests the rows found are those that `Test.setFixedSearchResults` names. */
import { OrgError } from '../../types.ts';
import type { SObjectRecord } from '../../store/record.ts';
import type { PlatformType } from '../contract.ts';
import { currentSharing } from '../ambient.ts';
import { host } from '../host.ts';
import type { AccessLevel } from './access.ts';
import { ApexList } from './values/collections.ts';
import { requireArgument, throwException } from './values/exception.ts';

const fixed = new WeakMap<object, readonly string[]>();

/** From now on every search of this test finds these rows, as far as they are of the objects it asks for. */
export function setFixedSearchResults(ids: readonly string[]): void {
  fixed.set(host().mocks, [...ids]);
}

/** Ids that searches of the running test find, or `null` outside of tests. */
export function fixedSearchResults(): readonly string[] | null {
  return host().inTest ? (fixed.get(host().mocks) ?? []) : null;
}

function query(text: string | null, level?: AccessLevel | null): ApexList {
  const given = requireArgument(text);
  let found: SObjectRecord[][];
  try {
    found = host().sosl(given, {}, { sharing: currentSharing(), ...(level ? { mode: level.mode } : {}) });
  } catch (error) {
    if (error instanceof OrgError) return throwException('SearchException', error.message);
    throw error;
  }
  return new ApexList(
    'List<List<SObject>>',
    found.map((rows) => new ApexList('List<SObject>', rows)),
  );
}

export const SEARCH: PlatformType = {
  name: 'Search',
  kind: 'class',
  members: {
    'static List<List<SObject>> query(String)': (text: string | null) => query(text),
    'static List<List<SObject>> query(String,AccessLevel)': query,
  },
};
