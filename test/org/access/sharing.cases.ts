/**
 * Who reaches a record, by the way that opens it. Letters: r sees it, e edits it, d deletes it. People: worker and mate have the
 * role Team below boss; worker is in the queue Desk; viewer and master have View All and Modify All on Secret__c.
 * Sources: https://developer.salesforce.com/docs/atlas.en-us.securityImplGuide.meta/securityImplGuide/security_data_access.htm,
 * https://help.salesforce.com/s/articleView?id=platform.security_sharing_owd_about.htm and
 * https://help.salesforce.com/s/articleView?id=platform.security_sharing_considerations.htm
 */
import type { ObjectSchema } from '../../../scripts/org/schema/model.ts';
import type { People } from './people.ts';

export type Person = keyof People['users'];
/** Groups of the test: a queue, a public group with mate, one around that group, one that keeps bosses out, and the platform's own. */
export type Circle = 'desk' | 'crew' | 'outer' | 'closed' | 'teamRole' | 'bossAndBelow' | 'everybody';

export interface SharingRow {
  readonly way: Way;
  readonly object: 'Secret__c' | 'Open__c' | 'Seen__c' | 'Part__c';
  readonly owner: Person | Circle;
  readonly shared?: readonly [to: Person | Circle, level: 'Read' | 'Edit' | 'All'];
  readonly person: Person;
  readonly expected: '' | 'r' | 're' | 'red';
  /** False: as a class without sharing reads. */
  readonly sharing?: boolean;
}

/** Everything that opens a record. */
export const WAYS = [
  'owner',
  'role hierarchy',
  'queue',
  'share with a user',
  'share with a group',
  'share with a role',
  'share with everybody',
  'public read/write',
  'public read only',
  'controlled by parent',
  'view all',
  'modify all',
  'view all data',
  'modify all data',
  'without sharing',
] as const;
export type Way = (typeof WAYS)[number];

/** Sharing model of each object of the rows. */
export const MODELS: Record<ObjectSchema['sharingModel'], SharingRow['object']> = {
  Private: 'Secret__c',
  ReadWrite: 'Open__c',
  Read: 'Seen__c',
  ControlledByParent: 'Part__c',
};

const row =
  (way: Way, object: SharingRow['object'] = 'Secret__c') =>
  (
    owner: SharingRow['owner'],
    person: Person,
    expected: SharingRow['expected'],
    shared?: SharingRow['shared'],
  ): SharingRow => ({ way, object, owner, person, expected, ...(shared === undefined ? {} : { shared }) });

const owner = row('owner');
const role = row('role hierarchy');
const queue = row('queue');
const user = row('share with a user');
const group = row('share with a group');
const roles = row('share with a role');
const everybody = row('share with everybody');
const open = row('public read/write', 'Open__c');
const seen = row('public read only', 'Seen__c');
const part = row('controlled by parent', 'Part__c');
const viewAll = row('view all');
const modifyAll = row('modify all');
const viewData = row('view all data');
const modifyData = row('modify all data');
const unshared = row('without sharing');

export const SHARING_ROWS: readonly SharingRow[] = [
  owner('worker', 'worker', 'red'),
  owner('worker', 'mate', ''),
  owner('worker', 'nobody', ''),
  owner('admin', 'worker', ''),
  role('worker', 'boss', 'red'),
  role('boss', 'worker', ''),
  role('nobody', 'boss', ''),
  queue('desk', 'worker', 'red'),
  queue('desk', 'mate', ''),
  queue('desk', 'boss', 'red'),
  user('admin', 'mate', 'r', ['mate', 'Read']),
  user('admin', 'mate', 're', ['mate', 'Edit']),
  user('admin', 'mate', 'red', ['mate', 'All']),
  user('admin', 'boss', 're', ['mate', 'Edit']),
  user('admin', 'worker', '', ['mate', 'All']),
  group('admin', 'mate', 'r', ['crew', 'Read']),
  group('admin', 'mate', 're', ['outer', 'Edit']),
  group('admin', 'worker', '', ['crew', 'Edit']),
  group('admin', 'worker', 're', ['desk', 'Edit']),
  group('admin', 'boss', 'r', ['crew', 'Read']),
  group('admin', 'mate', 'r', ['closed', 'Read']),
  group('admin', 'boss', '', ['closed', 'Read']),
  roles('admin', 'worker', 'r', ['teamRole', 'Read']),
  roles('admin', 'mate', 're', ['teamRole', 'Edit']),
  roles('admin', 'boss', 'r', ['bossAndBelow', 'Read']),
  roles('admin', 'mate', 'r', ['bossAndBelow', 'Read']),
  roles('admin', 'nobody', '', ['bossAndBelow', 'Edit']),
  everybody('admin', 'nobody', 'r', ['everybody', 'Read']),
  everybody('admin', 'mate', 're', ['everybody', 'Edit']),
  everybody('admin', 'standard', 'r', ['everybody', 'Read']),
  open('worker', 'mate', 're'),
  open('worker', 'worker', 'red'),
  open('worker', 'boss', 'red'),
  open('boss', 'worker', 're'),
  seen('worker', 'mate', 'r'),
  seen('worker', 'worker', 'red'),
  seen('worker', 'boss', 'red'),
  seen('worker', 'mate', 're', ['mate', 'Edit']),
  part('worker', 'worker', 'red'),
  part('worker', 'mate', ''),
  part('worker', 'boss', 'red'),
  part('admin', 'mate', 'r', ['mate', 'Read']),
  part('admin', 'mate', 'red', ['mate', 'Edit']),
  part('worker', 'master', 'red'),
  viewAll('worker', 'viewer', 'r'),
  viewAll('desk', 'viewer', 'r'),
  viewAll('viewer', 'viewer', 'red'),
  modifyAll('worker', 'master', 'red'),
  modifyAll('desk', 'master', 'red'),
  modifyAll('worker', 'admin', 'red'),
  viewData('worker', 'standard', ''),
  viewData('worker', 'auditor', 'r'),
  viewData('auditor', 'auditor', 'red'),
  modifyData('worker', 'ruler', 'red'),
  modifyData('desk', 'ruler', 'red'),
  modifyData('worker', 'automatic', 'red'),
  { ...unshared('worker', 'nobody', 'r'), sharing: false },
  { ...unshared('desk', 'mate', 'r'), sharing: false },
  { ...unshared('admin', 'standard', 'r'), sharing: false },
];
