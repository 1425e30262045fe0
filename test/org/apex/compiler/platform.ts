/** The few platform types that the compiler's own tests call; the runtime library has tests of its own. */
import type { PlatformType } from '../../../../scripts/org/apex/contract.ts';
import { currentSharing } from '../../../../scripts/org/apex/ambient.ts';
import type { ApexMap } from '../../../../scripts/org/apex/runtime/values/collections.ts';
import { ApexList, ApexSet } from '../../../../scripts/org/apex/runtime/values/collections.ts';
import { ApexDate } from '../../../../scripts/org/apex/runtime/values/date.ts';
import type { ApexEnum } from '../../../../scripts/org/apex/runtime/values/enum.ts';
import { ApexException } from '../../../../scripts/org/apex/runtime/values/exception.ts';
import { ApexObject } from '../../../../scripts/org/apex/runtime/values/object.ts';
import { addError, cloneRecord, dynamicGet, dynamicPut } from '../../../../scripts/org/apex/runtime/values/sobject.ts';
import { toApexString, concatText } from '../../../../scripts/org/apex/runtime/values/text.ts';
import type { SObjectRecord } from '../../../../scripts/org/store/record.ts';

/** What `System.debug` printed since the last `takeOutput`. */
let output: string[] = [];

export function takeOutput(): string[] {
  const taken = output;
  output = [];
  return taken;
}

class Context extends ApexObject {
  static apexName = 'QueueableContext';
}

const exceptionType = (name: string): PlatformType => ({
  name,
  kind: 'exception',
  extends: 'Exception',
  constructors: {
    '()': () => new ApexException(name),
    '(String)': (message: string) => new ApexException(name, message),
  },
});

const TYPES: readonly PlatformType[] = [
  { name: 'Object', kind: 'class', members: { 'String toString()': (value: unknown) => concatText(value) } },
  {
    name: 'System',
    kind: 'class',
    members: {
      'static void debug(Object)': (value: unknown) => void output.push(concatText(value)),
      'static Id enqueueJob(Queueable)': (job: unknown) => void output.push(`queued ${(job as ApexObject).apexType}`),
      'static Boolean isSharing()': () => currentSharing(),
    },
  },
  {
    name: 'String',
    kind: 'class',
    members: {
      'static String valueOf(Object)': (value: unknown) => toApexString(value),
      'static String join(Iterable<String>,String)': (list: Iterable<string>, separator: string) =>
        [...list].join(separator),
      'static Boolean isBlank(String)': (text: string | null) => text === null || text.trim() === '',
      'Integer length()': (text: string) => text.length,
      'String toUpperCase()': (text: string) => text.toUpperCase(),
      'String substring(Integer)': (text: string, from: number) => text.slice(from),
      'String substring(Integer,Integer)': (text: string, from: number, to: number) => text.slice(from, to),
      'Boolean equals(Object)': (text: string, other: unknown) => text === other,
    },
  },
  { name: 'Integer', kind: 'class', members: { 'static Integer valueOf(String)': (text: string) => Number(text) } },
  {
    name: 'Date',
    kind: 'class',
    members: {
      'static Date newInstance(Integer,Integer,Integer)': (y: number, m: number, d: number) => ApexDate.of(y, m, d),
    },
  },
  {
    name: 'List',
    kind: 'class',
    typeParameters: ['T'],
    members: {
      'Integer size()': (list: ApexList) => list.size,
      'void add(T)': (list: ApexList, value: unknown) => list.add(value),
      'T get(Integer)': (list: ApexList, at: number) => list.get(at),
      'Boolean isEmpty()': (list: ApexList) => list.size === 0,
      'void addAll(List<T>)': (list: ApexList, other: ApexList) => list.addAll(other),
    },
  },
  {
    name: 'Set',
    kind: 'class',
    typeParameters: ['T'],
    members: {
      'Boolean add(T)': (set: ApexSet, value: unknown) => set.add(value),
      'Boolean contains(T)': (set: ApexSet, value: unknown) => set.contains(value),
      'Integer size()': (set: ApexSet) => set.size,
    },
  },
  {
    name: 'Map',
    kind: 'class',
    typeParameters: ['K', 'V'],
    members: {
      'V get(K)': (map: ApexMap, key: unknown) => map.get(key),
      'V put(K,V)': (map: ApexMap, key: unknown, value: unknown) => map.put(key, value),
      'Set<K> keySet()': (map: ApexMap) => new ApexSet(`Set<${map.keyType}>`, map.keys()),
      'List<V> values()': (map: ApexMap) => new ApexList(`List<${map.valueType}>`, map.values()),
      'Boolean containsKey(K)': (map: ApexMap, key: unknown) => map.containsKey(key),
      'Integer size()': (map: ApexMap) => map.size,
    },
  },
  {
    name: 'SObject',
    kind: 'class',
    members: {
      'Object get(String)': (record: SObjectRecord, name: string) => dynamicGet(record, name),
      'Object put(String,Object)': (record: SObjectRecord, name: string, value: unknown) =>
        dynamicPut(record, name, value),
      'void addError(String)': (record: SObjectRecord, message: string) => addError(record, message),
      'SObject clone()': (record: SObjectRecord) => cloneRecord(record),
    },
  },
  {
    name: 'Exception',
    kind: 'exception',
    members: {
      'String getMessage()': (error: ApexException) => error.message,
      'Exception getCause()': (error: ApexException) => error.cause,
      'String getTypeName()': (error: ApexException) =>
        error.isPlatform ? `System.${error.apexType}` : error.apexType,
      'Integer getLineNumber()': (error: ApexException) => error.line,
      'String getStackTraceString()': (error: ApexException) => error.apexStack,
      'void setMessage(String)': (error: ApexException, text: string) => {
        error.message = text;
      },
    },
  },
  ...[
    'NullPointerException',
    'MathException',
    'ListException',
    'QueryException',
    'DmlException',
    'TypeException',
    'SObjectException',
    'StringException',
    'LimitException',
    'FinalException',
    'IllegalArgumentException',
  ].map(exceptionType),
  {
    name: 'Enum',
    kind: 'class',
    members: {
      'String name()': (constant: ApexEnum) => constant.name,
      'Integer ordinal()': (constant: ApexEnum) => constant.ordinal,
    },
  },
  {
    name: 'TriggerOperation',
    kind: 'enum',
    values: [
      'BEFORE_INSERT',
      'BEFORE_UPDATE',
      'BEFORE_DELETE',
      'AFTER_INSERT',
      'AFTER_UPDATE',
      'AFTER_DELETE',
      'AFTER_UNDELETE',
    ],
  },
  { name: 'QueueableContext', kind: 'interface' },
  { name: 'Queueable', kind: 'interface', abstractMembers: ['void execute(QueueableContext)'] },
  { name: 'Comparable', kind: 'interface', abstractMembers: ['Integer compareTo(Object)'] },
  { name: 'Iterable', kind: 'interface', typeParameters: ['T'], abstractMembers: ['Iterator<T> iterator()'] },
  { name: 'Iterator', kind: 'interface', typeParameters: ['T'], abstractMembers: ['Boolean hasNext()', 'T next()'] },
  { name: 'Database.Batchable', kind: 'interface', typeParameters: ['T'] },
  { name: 'Database.BatchableContext', kind: 'interface' },
];

export const TEST_TYPES: ReadonlyMap<string, PlatformType> = new Map(
  TYPES.map((type) => [type.name.toLowerCase(), type]),
);
export const queueableContext = new Context();
