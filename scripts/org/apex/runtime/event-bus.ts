/** EventBus and Messaging. */
import type { SObjectRecord } from '../../store/record.ts';
import type { PlatformFunction, PlatformType } from '../contract.ts';
import { host } from '../host.ts';
import { RowResult } from './database-results.ts';
import { getter, setter } from './define.ts';
import { ApexList } from './values/collections.ts';
import type { ApexSet } from './values/collections.ts';
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
      'static EventBus.TriggerContext currentContext()': () => new TriggerContext(),
      'String getResumeCheckpoint()': getter('checkpoint'),
      'void setResumeCheckpoint(String)': (context: TriggerContext, replayId: string | null) => {
        context.checkpoint = requireArgument(replayId);
        host().setResumeCheckpoint(context.checkpoint);
      },
    },
  },
];

class Email extends ApexObject {
  static readonly apexName = 'Messaging.SingleEmailMessage';
}

class SendEmailResult extends ApexObject {
  static readonly apexName = 'Messaging.SendEmailResult';
}

class CustomNotification extends ApexObject {
  static readonly apexName = 'Messaging.CustomNotification';
}

/** Properties of a mail and their types; every one has a getter and a setter. */
const EMAIL: Readonly<Record<string, string>> = {
  bccAddresses: 'List<String>',
  ccAddresses: 'List<String>',
  toAddresses: 'List<String>',
  entityAttachments: 'List<String>',
  charset: 'String',
  htmlBody: 'String',
  plainTextBody: 'String',
  inReplyTo: 'String',
  optOutPolicy: 'String',
  references: 'String',
  replyTo: 'String',
  senderDisplayName: 'String',
  subject: 'String',
  orgWideEmailAddressId: 'Id',
  targetObjectId: 'Id',
  templateId: 'Id',
  whatId: 'Id',
  bccSender: 'Boolean',
  saveAsActivity: 'Boolean',
  useSignature: 'Boolean',
};

function accessors(
  properties: Readonly<Record<string, string>>,
  withGetters: boolean,
): Record<string, PlatformFunction> {
  const members: Record<string, PlatformFunction> = {};
  for (const [name, type] of Object.entries(properties)) {
    const title = name.charAt(0).toUpperCase() + name.slice(1);
    if (withGetters) members[`${type} get${title}()`] = getter(name);
    members[`void set${title}(${type})`] = setter(name);
  }
  return members;
}

function sendEmail(list: ApexList | null): ApexList {
  const messages = requireArgument(list).items;
  host().sendEmail(messages);
  return new ApexList(
    'List<Messaging.SendEmailResult>',
    messages.map(() => new SendEmailResult()),
  );
}

function sendNotification(notification: CustomNotification, users: ApexSet | null): void {
  const ids = requireArgument(users).values();
  const { title, body } = notification as { title?: string; body?: string };
  if (!title || !body) throwException('IllegalArgumentException', 'A notification needs a title and a body');
  host().log('INFO', `Notification to ${ids.join(', ')}: ${title}: ${body}`);
}

const NOTIFICATION: Readonly<Record<string, string>> = {
  body: 'String',
  notificationTypeId: 'String',
  senderId: 'String',
  targetId: 'String',
  targetPageRef: 'String',
  title: 'String',
};

export const MESSAGING_TYPES: readonly PlatformType[] = [
  {
    name: 'Messaging',
    kind: 'class',
    members: {
      'static List<Messaging.SendEmailResult> sendEmail(List<Messaging.Email>)': sendEmail,
      'static List<Messaging.SendEmailResult> sendEmail(List<Messaging.Email>,Boolean)': sendEmail,
      'static void reserveSingleEmailCapacity(Integer)': (amount: number) => {
        const left = host().limit('emailInvocations') - host().used('emailInvocations');
        if (requireArgument(amount) > left * 100)
          throwException('HandledException', 'The daily email limit has been exceeded.');
      },
    },
  },
  { name: 'Messaging.Email', kind: 'class' },
  {
    name: 'Messaging.SingleEmailMessage',
    kind: 'class',
    extends: 'Messaging.Email',
    constructors: { '()': () => new Email() },
    members: {
      ...accessors(EMAIL, true),
      'void setTreatBodiesAsTemplate(Boolean)': setter('treatBodiesAsTemplate'),
      'void setTreatTargetObjectAsRecipient(Boolean)': setter('treatTargetObjectAsRecipient'),
    },
  },
  {
    name: 'Messaging.SendEmailResult',
    kind: 'class',
    members: {
      'Boolean isSuccess()': () => true,
      'List<Messaging.SendEmailError> getErrors()': () => new ApexList('List<Messaging.SendEmailError>'),
    },
  },
  {
    name: 'Messaging.SendEmailError',
    kind: 'class',
    members: { 'String getMessage()': getter('message'), 'String getTargetObjectId()': getter('targetObjectId') },
  },
  {
    name: 'Messaging.CustomNotification',
    kind: 'class',
    constructors: {
      '()': () => new CustomNotification(),
      '(String,String,String,String,String,String)': (
        typeId: string,
        senderId: string,
        title: string,
        body: string,
        targetId: string,
        targetPageRef: string,
      ) =>
        Object.assign(new CustomNotification(), {
          notificationTypeId: typeId,
          senderId,
          title,
          body,
          targetId,
          targetPageRef,
        }),
    },
    members: { ...accessors(NOTIFICATION, false), 'void send(Set<String>)': sendNotification },
  },
];
