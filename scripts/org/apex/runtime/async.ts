/** Queueable, Schedulable, Batchable, Finalizer with their contexts, AsyncOptions, AsyncInfo and Request. */
import type { PlatformType } from '../contract.ts';
import { host } from '../host.ts';
import { dispatch, enumType, field, getter } from './define.ts';
import type { ApexEnum } from './values/enum.ts';
import { enumConstant } from './values/enum.ts';
import { requireArgument } from './values/exception.ts';
import { ApexObject } from './values/object.ts';

class DuplicateSignature extends ApexObject {
  static readonly apexName = 'QueueableDuplicateSignature';
  readonly text: string;
  constructor(text: string) {
    super();
    this.text = text;
  }
  override apexString(): string {
    return this.text;
  }
}

class SignatureBuilder extends ApexObject {
  static readonly apexName = 'QueueableDuplicateSignature.Builder';
  readonly parts: string[] = [];
}

export class AsyncOptions extends ApexObject {
  static readonly apexName = 'AsyncOptions';
  minimumDelay: number | null = null;
  maximumDepth: number | null = null;
  duplicateSignature: DuplicateSignature | null = null;
}

class Request extends ApexObject {
  static readonly apexName = 'Request';
}

function quiddity(): string {
  const current = host();
  if (current.isBatch) return 'BATCH_APEX';
  if (current.isQueueable) return 'QUEUEABLE';
  if (current.isFuture) return 'FUTURE';
  if (current.isScheduled) return 'SCHEDULED';
  if (current.inTest) return 'RUNTEST_SYNC';
  return current.rest === null ? 'SYNCHRONOUS' : 'REST';
}

/** Single letters and short codes of the log's events. */
const QUIDDITY_CODES: Readonly<Record<string, string>> = {
  ANONYMOUS: 'X',
  AURA: 'A',
  BATCH_ACS: 'BA',
  BATCH_APEX: 'B',
  BATCH_CHUNK_PARALLEL: 'BCP',
  BATCH_CHUNK_SERIAL: 'BCS',
  BULK_API: 'K',
  COMMERCE_INTEGRATION: 'CI',
  DISCOVERABLE_LOGIN: 'DL',
  EXTERNAL_SERVICE_CALLBACK: 'ESC',
  FUNCTION_CALLBACK: 'FC',
  FUTURE: 'F',
  INBOUND_EMAIL_SERVICE: 'M',
  INVOCABLE_ACTION: 'I',
  PLATFORM_EVENT_PUBLISH_CALLBACK: 'PEC',
  POST_INSTALL_SCRIPT: 'P',
  QUEUEABLE: 'Q',
  QUICK_ACTION: 'L',
  REMOTE_ACTION: 'VR',
  REST: 'R',
  RUNTEST_ASYNC: 'T',
  RUNTEST_DEPLOY: 'TD',
  RUNTEST_SYNC: 'TS',
  RUN_INTEGRATION_TESTS: 'TI',
  SCHEDULED: 'S',
  SOAP: 'W',
  SYNCHRONOUS: 'H',
  TRANSACTION_FINALIZER_QUEUEABLE: 'TFQ',
  VF: 'V',
};

export function quiddityCode(value: ApexEnum): string {
  return QUIDDITY_CODES[value.name]!;
}

const added = (builder: SignatureBuilder, part: unknown): SignatureBuilder => {
  builder.parts.push(String(requireArgument(part)));
  return builder;
};

/** Interfaces that mark a class and have no methods. */
const marker = (name: string): PlatformType => ({ name, kind: 'interface' });

/** The position in a chain of queueables that the transaction keeps. */
interface ChainHost {
  readonly queueableDepth?: number;
  readonly maximumQueueableDepth?: number | null;
}
const chain = (): ChainHost => host() as ChainHost;

export const ASYNC_TYPES: readonly PlatformType[] = [
  { name: 'Queueable', kind: 'interface', abstractMembers: ['void execute(QueueableContext)'] },
  {
    name: 'QueueableContext',
    kind: 'interface',
    members: { 'Id getJobId()': dispatch('getJobId', getter('jobId')) },
    abstractMembers: ['Id getJobId()'],
  },
  { name: 'Schedulable', kind: 'interface', abstractMembers: ['void execute(SchedulableContext)'] },
  {
    name: 'SchedulableContext',
    kind: 'interface',
    members: { 'Id getTriggerId()': dispatch('getTriggerId', getter('triggerId')) },
    abstractMembers: ['Id getTriggerId()'],
  },
  { name: 'Finalizer', kind: 'interface', abstractMembers: ['void execute(FinalizerContext)'] },
  {
    name: 'FinalizerContext',
    kind: 'interface',
    members: {
      'Id getAsyncApexJobId()': dispatch('getAsyncApexJobId', getter('jobId')),
      'Exception getException()': dispatch('getException', getter('exception')),
      'String getRequestId()': dispatch('getRequestId', getter('requestId')),
      'ParentJobResult getResult()': dispatch('getResult', ({ result }: { result: string }) =>
        enumConstant('ParentJobResult', result),
      ),
    },
    abstractMembers: [
      'Id getAsyncApexJobId()',
      'Exception getException()',
      'String getRequestId()',
      'ParentJobResult getResult()',
    ],
  },
  enumType('ParentJobResult', ['SUCCESS', 'UNHANDLED_EXCEPTION']),
  {
    name: 'Database.Batchable',
    kind: 'interface',
    typeParameters: ['T'],
    abstractMembers: ['void execute(Database.BatchableContext,List<T>)', 'void finish(Database.BatchableContext)'],
  },
  {
    name: 'Database.BatchableContext',
    kind: 'interface',
    members: {
      'Id getJobId()': dispatch('getJobId', getter('jobId')),
      'Id getChildJobId()': dispatch('getChildJobId', getter('childJobId')),
    },
    abstractMembers: ['Id getJobId()', 'Id getChildJobId()'],
  },
  marker('Database.Stateful'),
  marker('Database.AllowsCallouts'),
  marker('Database.RaisesPlatformEvents'),
  {
    name: 'AsyncOptions',
    kind: 'class',
    constructors: { '()': () => new AsyncOptions() },
    properties: {
      'Integer MinimumQueueableDelayInMinutes': field('minimumDelay'),
      'Integer MaximumQueueableStackDepth': field('maximumDepth'),
      'QueueableDuplicateSignature DuplicateSignature': field('duplicateSignature'),
    },
  },
  {
    name: 'AsyncInfo',
    kind: 'class',
    members: {
      'static Integer getCurrentQueueableStackDepth()': () => chain().queueableDepth ?? 0,
      'static Integer getMaximumQueueableStackDepth()': () => chain().maximumQueueableDepth ?? null,
      'static Boolean hasMaxStackDepth()': () => (chain().maximumQueueableDepth ?? null) !== null,
    },
  },
  {
    name: 'QueueableDuplicateSignature',
    kind: 'class',
    members: {
      'static QueueableDuplicateSignature.Builder builder()': () => new SignatureBuilder(),
      'String toString()': getter('text'),
    },
  },
  {
    name: 'QueueableDuplicateSignature.Builder',
    kind: 'class',
    constructors: { '()': () => new SignatureBuilder() },
    members: {
      'QueueableDuplicateSignature.Builder addId(Id)': added,
      'QueueableDuplicateSignature.Builder addInteger(Integer)': added,
      'QueueableDuplicateSignature.Builder addString(String)': added,
      'QueueableDuplicateSignature build()': (builder: SignatureBuilder) =>
        new DuplicateSignature(builder.parts.join('-')),
    },
  },
  {
    name: 'Request',
    kind: 'class',
    members: {
      'static Request getCurrent()': () => new Request(),
      'Quiddity getQuiddity()': () => enumConstant('Quiddity', quiddity()),
      'String getRequestId()': () => `4t${host().transactionId.toString(36).padStart(20, '0')}`,
    },
  },
  enumType('Quiddity', [
    'ANONYMOUS',
    'AURA',
    'BATCH_ACS',
    'BATCH_APEX',
    'BATCH_CHUNK_PARALLEL',
    'BATCH_CHUNK_SERIAL',
    'BULK_API',
    'COMMERCE_INTEGRATION',
    'DISCOVERABLE_LOGIN',
    'EXTERNAL_SERVICE_CALLBACK',
    'FUNCTION_CALLBACK',
    'FUTURE',
    'INBOUND_EMAIL_SERVICE',
    'INVOCABLE_ACTION',
    'IOT',
    'PLATFORM_EVENT_PUBLISH_CALLBACK',
    'POST_INSTALL_SCRIPT',
    'QUEUEABLE',
    'QUICK_ACTION',
    'REMOTE_ACTION',
    'REST',
    'RUNTEST_ASYNC',
    'RUNTEST_DEPLOY',
    'RUNTEST_SYNC',
    'RUN_INTEGRATION_TESTS',
    'SCHEDULED',
    'SOAP',
    'SYNCHRONOUS',
    'TRANSACTION_FINALIZER_QUEUEABLE',
    'UNDEFINED',
    'VF',
  ]),
];
