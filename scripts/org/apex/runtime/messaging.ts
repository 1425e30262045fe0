/** Messaging: mail that Apex sends, its results, and notifications. */
import type { PlatformFunction, PlatformType } from '../contract.ts';
import { host } from '../host.ts';
import { field, getter, setter } from './define.ts';
import { INBOUND_TYPES } from './inbound-email.ts';
import { ApexList } from './values/collections.ts';
import type { ApexSet } from './values/collections.ts';
import { enumConstant } from './values/enum.ts';
import { requireArgument, throwException } from './values/exception.ts';
import { ApexObject } from './values/object.ts';

class Email extends ApexObject {
  static readonly apexName = 'Messaging.SingleEmailMessage';
}

class MassEmail extends ApexObject {
  static readonly apexName = 'Messaging.MassEmailMessage';
}

class FileAttachment extends ApexObject {
  static readonly apexName = 'Messaging.EmailFileAttachment';
}

class SendEmailError extends ApexObject {
  static readonly apexName = 'Messaging.SendEmailError';
}

class SendEmailResult extends ApexObject {
  static readonly apexName = 'Messaging.SendEmailResult';
  readonly errors: ApexList<SendEmailError>;
  constructor(errors: SendEmailError[]) {
    super();
    this.errors = new ApexList('List<Messaging.SendEmailError>', errors);
  }
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
  fileAttachments: 'List<Messaging.EmailFileAttachment>',
  emailPriority: 'String',
};

const MASS_EMAIL: Readonly<Record<string, string>> = {
  description: 'String',
  replyTo: 'String',
  senderDisplayName: 'String',
  subject: 'String',
  targetObjectIds: 'List<Id>',
  templateId: 'Id',
  whatIds: 'List<Id>',
  bccSender: 'Boolean',
  saveAsActivity: 'Boolean',
  useSignature: 'Boolean',
};

const FILE: Readonly<Record<string, string>> = {
  body: 'Blob',
  contentType: 'String',
  fileName: 'String',
  inline: 'Boolean',
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

function isTrue(name: string): PlatformFunction {
  return (message: Record<string, unknown>) => message[name] === true;
}

function reserve(amount: number): void {
  const left = host().limit('emailInvocations') - host().used('emailInvocations');
  if (requireArgument(amount) > left * 100)
    throwException('HandledException', 'The daily email limit has been exceeded.');
}

const NO_RECEIVER = 'Add a recipient to send an email.';

/** A mail needs somebody to go to. */
function hasReceivers(message: unknown): boolean {
  const { toAddresses, ccAddresses, bccAddresses, targetObjectId } = message as Record<string, unknown>;
  const lists = [toAddresses, ccAddresses, bccAddresses] as (ApexList | null | undefined)[];
  const hasReceiver = lists.some((list) => (list?.size ?? 0) > 0) || (targetObjectId ?? null) !== null;
  return !(message instanceof Email) || hasReceiver;
}

/** Messages that cannot be sent are told in their results, or, all or none, by an exception. */
function sendEmail(list: ApexList | null, allOrNone: boolean | null = true): ApexList {
  const messages = requireArgument(list).items;
  const refused = messages.findIndex((message) => !hasReceivers(message));
  if (refused >= 0 && allOrNone !== false) {
    throwException(
      'EmailException',
      `SendEmail failed. First exception on row ${refused}; first error: REQUIRED_FIELD_MISSING, ${NO_RECEIVER}: []`,
    );
  }
  const good = messages.filter(hasReceivers);
  if (good.length > 0) host().sendEmail(good);
  return new ApexList(
    'List<Messaging.SendEmailResult>',
    messages.map((message) => new SendEmailResult(hasReceivers(message) ? [] : [new SendEmailError()])),
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
      'static void reserveSingleEmailCapacity(Integer)': reserve,
      'static void reserveMassEmailCapacity(Integer)': reserve,
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
      'Boolean isTreatBodiesAsTemplate()': isTrue('treatBodiesAsTemplate'),
      'Boolean isTreatTargetObjectAsRecipient()': isTrue('treatTargetObjectAsRecipient'),
      'Boolean isUserMail()': (message: { targetObjectId?: string | null }) =>
        (message.targetObjectId ?? '').startsWith('005'),
      'void setDocumentAttachments(List<Id>)': setter('documentAttachments'),
      'void setTreatBodiesAsTemplate(Boolean)': setter('treatBodiesAsTemplate'),
      'void setTreatTargetObjectAsRecipient(Boolean)': setter('treatTargetObjectAsRecipient'),
    },
  },
  {
    name: 'Messaging.MassEmailMessage',
    kind: 'class',
    extends: 'Messaging.Email',
    constructors: { '()': () => new MassEmail() },
    members: accessors(MASS_EMAIL, true),
  },
  {
    name: 'Messaging.EmailFileAttachment',
    kind: 'class',
    constructors: { '()': () => new FileAttachment() },
    properties: Object.fromEntries(Object.entries(FILE).map(([name, type]) => [`${type} ${name}`, field(name)])),
    members: accessors(FILE, true),
  },
  {
    name: 'Messaging.SendEmailResult',
    kind: 'class',
    members: {
      'Boolean isSuccess()': ({ errors }: SendEmailResult) => errors.size === 0,
      'List<Messaging.SendEmailError> getErrors()': getter('errors'),
    },
  },
  {
    name: 'Messaging.SendEmailError',
    kind: 'class',
    members: {
      'String getMessage()': () => NO_RECEIVER,
      'String getTargetObjectId()': () => null,
      'StatusCode getStatusCode()': () => enumConstant('StatusCode', 'REQUIRED_FIELD_MISSING'),
      'List<String> getFields()': () => new ApexList('List<String>'),
    },
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
  ...INBOUND_TYPES,
];
