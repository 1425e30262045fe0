/** Mail that an email service of Apex gets: InboundEmail with its parts, envelope, result, and the handler's interface. */
import type { PlatformType } from '../contract.ts';
import { field } from './define.ts';
import { ApexObject } from './values/object.ts';

class InboundPart extends ApexObject {
  readonly type: string;
  constructor(type: string) {
    super();
    this.type = type;
  }
  override get apexType(): string {
    return this.type;
  }
}

/** A class of properties alone: types by name. */
function part(name: string, properties: Readonly<Record<string, string>>): PlatformType {
  const type = `Messaging.${name}`;
  return {
    name: type,
    kind: 'class',
    constructors: { '()': () => new InboundPart(type) },
    properties: Object.fromEntries(
      Object.entries(properties).map(([property, propertyType]) => [`${propertyType} ${property}`, field(property)]),
    ),
  };
}

const HEADERS = 'List<Messaging.InboundEmail.Header>';

export const INBOUND_TYPES: readonly PlatformType[] = [
  part('InboundEmail', {
    binaryAttachments: 'List<Messaging.InboundEmail.BinaryAttachment>',
    ccAddresses: 'List<String>',
    fromAddress: 'String',
    fromName: 'String',
    headers: HEADERS,
    htmlBody: 'String',
    htmlBodyIsTruncated: 'Boolean',
    inReplyTo: 'String',
    messageId: 'String',
    plainTextBody: 'String',
    plainTextBodyIsTruncated: 'Boolean',
    references: 'List<String>',
    replyTo: 'String',
    subject: 'String',
    textAttachments: 'List<Messaging.InboundEmail.TextAttachment>',
    toAddresses: 'List<String>',
  }),
  part('InboundEmail.BinaryAttachment', {
    body: 'Blob',
    fileName: 'String',
    headers: HEADERS,
    mimeTypeSubType: 'String',
  }),
  part('InboundEmail.TextAttachment', {
    body: 'String',
    bodyIsTruncated: 'Boolean',
    charset: 'String',
    fileName: 'String',
    headers: HEADERS,
    mimeTypeSubType: 'String',
  }),
  part('InboundEmail.Header', { name: 'String', value: 'String' }),
  part('InboundEnvelope', { fromAddress: 'String', toAddress: 'String' }),
  part('InboundEmailResult', { message: 'String', success: 'Boolean' }),
  {
    name: 'Messaging.InboundEmailHandler',
    kind: 'interface',
    abstractMembers: [
      'Messaging.InboundEmailResult handleInboundEmail(Messaging.InboundEmail,Messaging.InboundEnvelope)',
    ],
  },
];
