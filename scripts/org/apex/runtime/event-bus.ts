/** EventBus. */
import type { SObjectRecord } from '../../store/record.ts';
import type { PlatformFunction, PlatformType } from '../contract.ts';
import { host } from '../host.ts';
import { RowResult } from './database-results.ts';
import { getter } from './define.ts';
import { ApexList } from './values/collections.ts';
import { requireArgument, throwException } from './values/exception.ts';
import { ApexObject } from './values/object.ts';

function publish(records: readonly SObjectRecord[]): RowResult[] {
  if (records.length === 0) return [];
  const other = records.find((record) => record.object.kind !== 'event');
  if (other) throwException('IllegalArgumentException', `${other.object.name} is no platform event`);
  return host()
    .publishEvents(records)
    .map((result) => new RowResult('Database.SaveResult', result));
}

const publishOne: PlatformFunction = (event: SObjectRecord | null) => publish([requireArgument(event)])[0];
const publishMany: PlatformFunction = (events: ApexList<SObjectRecord> | null) =>
  new ApexList('List<Database.SaveResult>', publish(requireArgument(events).items));

class TriggerContext extends ApexObject {
  static readonly apexName = 'EventBus.TriggerContext';
  checkpoint: string | null = null;
}

const contexts = new WeakMap<object, TriggerContext>();

/** One context for each run of an event trigger. */
function currentContext(): TriggerContext {
  const key = host();
  let context = contexts.get(key);
  if (!context) contexts.set(key, (context = new TriggerContext()));
  return context;
}

export const EVENT_TYPES: readonly PlatformType[] = [
  {
    name: 'EventBus',
    kind: 'class',
    members: {
      'static Database.SaveResult publish(SObject)': publishOne,
      'static List<Database.SaveResult> publish(List<SObject>)': publishMany,
      'static Database.SaveResult publishWithAccessLevel(SObject,AccessLevel)': publishOne,
      'static List<Database.SaveResult> publishWithAccessLevel(List<SObject>,AccessLevel)': publishMany,
    },
  },
  {
    name: 'EventBus.TriggerContext',
    kind: 'class',
    properties: { 'Integer retries': { get: () => host().eventRetries } },
    members: {
      'static EventBus.TriggerContext currentContext()': currentContext,
      'String getResumeCheckpoint()': getter('checkpoint'),
      'void setResumeCheckpoint(String)': (context: TriggerContext, replayId: string | null) => {
        context.checkpoint = requireArgument(replayId);
        host().setResumeCheckpoint(context.checkpoint);
      },
    },
  },
];
