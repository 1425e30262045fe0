/** System: time, debug, assertions, asynchronous jobs, and what kind of transaction runs. */
import type { PlatformType } from '../contract.ts';
import { host } from '../host.ts';
import { ASSERT_MEMBERS } from './assert.ts';
import { AsyncOptions, quiddityCode } from './async.ts';
import { currentPage } from './pages.ts';
import { today } from './date.ts';
import { enumType } from './define.ts';
import { ApexDatetime } from './values/date.ts';
import type { ApexEnum } from './values/enum.ts';
import { enumConstant } from './values/enum.ts';
import { hashOf, valueEquals } from './values/equality.ts';
import { requireArgument } from './values/exception.ts';
import { concatText } from './values/text.ts';
import { ApexObject } from './values/object.ts';

class Version extends ApexObject {
  static readonly apexName = 'Version';
  readonly major: number;
  readonly minor: number;
  readonly patch: number | null;
  constructor(major: number, minor: number, patch: number | null = null) {
    super();
    this.major = major;
    this.minor = minor;
    this.patch = patch;
  }
  override apexKey(): string {
    return `\u0000v:${this.apexString()}`;
  }
  override apexString(): string {
    return this.patch === null ? `${this.major}.${this.minor}` : `${this.major}.${this.minor}.${this.patch}`;
  }
  compareTo(other: Version): number {
    return this.major - other.major || this.minor - other.minor || (this.patch ?? 0) - (other.patch ?? 0);
  }
}

function enqueueJob(job: unknown, option?: number | AsyncOptions | null): string {
  const instance = requireArgument(job);
  if (typeof option === 'number') return host().enqueueQueueable(instance, { delayMinutes: option });
  if (!(option instanceof AsyncOptions)) return host().enqueueQueueable(instance, {});
  const { minimumDelay, maximumDepth, duplicateSignature } = option;
  return host().enqueueQueueable(instance, {
    ...(minimumDelay === null ? {} : { delayMinutes: minimumDelay }),
    ...(maximumDepth === null ? {} : { maximumDepth }),
    ...(duplicateSignature === null ? {} : { signature: duplicateSignature.text }),
  });
}

/** Scope of a scheduled batch when none is given. */
const DEFAULT_SCOPE = 200;

function scheduleBatch(batch: unknown, name: string | null, minutes: number, scope = DEFAULT_SCOPE): string {
  return host().scheduleBatch(requireArgument(batch), requireArgument(name), requireArgument(minutes), scope);
}

export const SYSTEM_TYPES: readonly PlatformType[] = [
  {
    name: 'System',
    kind: 'class',
    members: {
      ...ASSERT_MEMBERS,
      'static Datetime now()': () => new ApexDatetime(host().clock.now()),
      'static Date today()': today,
      'static Long currentTimeMillis()': () => BigInt(host().clock.now()),
      'static void debug(Object)': (value: unknown) => host().log('DEBUG', concatText(value)),
      'static void debug(LoggingLevel,Object)': (level: ApexEnum | null, value: unknown) =>
        host().log(level?.name ?? 'DEBUG', concatText(value)),
      'static Boolean equals(Object,Object)': valueEquals,
      'static Integer hashCode(Object)': hashOf,
      'static Id enqueueJob(Object)': enqueueJob,
      'static Id enqueueJob(Object,Integer)': enqueueJob,
      'static Id enqueueJob(Object,AsyncOptions)': enqueueJob,
      'static String schedule(String,String,Object)': (name: string | null, cron: string | null, instance: unknown) =>
        host().schedule(requireArgument(name), requireArgument(cron), requireArgument(instance)),
      'static String scheduleBatch(Object,String,Integer)': scheduleBatch,
      'static String scheduleBatch(Object,String,Integer,Integer)': scheduleBatch,
      'static void abortJob(String)': (id: string | null) => host().abortJob(requireArgument(id)),
      'static void attachFinalizer(Object)': (instance: unknown) => host().attachFinalizer(requireArgument(instance)),
      'static Boolean isBatch()': () => host().isBatch,
      'static Boolean isFuture()': () => host().isFuture,
      'static Boolean isQueueable()': () => host().isQueueable,
      'static Boolean isScheduled()': () => host().isScheduled,
      'static Boolean isFunctionCallback()': () => false,
      'static Boolean isRunningElasticCompute()': () => false,
      'static ApplicationReadWriteMode getApplicationReadWriteMode()': () =>
        enumConstant('ApplicationReadWriteMode', 'DEFAULT'),
      'static PageReference currentPageReference()': currentPage,
      'static String getQuiddityShortCode(Quiddity)': (value: ApexEnum | null) => quiddityCode(requireArgument(value)),
    },
  },
  {
    name: 'Version',
    kind: 'class',
    constructors: {
      '(Integer,Integer)': (major: number, minor: number) =>
        new Version(requireArgument(major), requireArgument(minor)),
      '(Integer,Integer,Integer)': (major: number, minor: number, patch: number) =>
        new Version(requireArgument(major), requireArgument(minor), requireArgument(patch)),
    },
    members: {
      'Integer compareTo(Version)': (version: Version, other: Version | null) =>
        version.compareTo(requireArgument(other)),
      'Integer major()': (version: Version) => version.major,
      'Integer minor()': (version: Version) => version.minor,
      'Integer patch()': (version: Version) => version.patch,
      'String toString()': (version: Version) => version.apexString(),
    },
  },
  enumType('ApplicationReadWriteMode', ['DEFAULT', 'READ_ONLY']),
  enumType('LoggingLevel', ['NONE', 'ERROR', 'WARN', 'INFO', 'DEBUG', 'FINE', 'FINER', 'FINEST', 'INTERNAL']),
];
