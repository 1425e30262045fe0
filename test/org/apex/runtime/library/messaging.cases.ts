/** Mail that Apex sends and gets, notifications. */
import type { LibraryRow, Shown } from './rows.ts';
import { propertyRows as property, reference, rowsOf } from './rows.ts';

const EMAIL_PAGE = reference('apex_classes_email_outbound_single');
const MAIL = 'Messaging.SingleEmailMessage';
const accessors = (
  type: string,
  properties: Readonly<Record<string, readonly [valueType: string, value: string, expected: string]>>,
  withGetters = true,
): Record<string, Shown> =>
  Object.fromEntries(
    Object.entries(properties).flatMap(([name, [valueType, value, expected]]) => {
      const apex = `${type} m = new ${type}(); m.set${name}(${value}); return m.get${name}();`;
      const set: [string, Shown] = [`void set${name}(${valueType})`, [apex, expected]];
      return withGetters ? [set, [`${valueType} get${name}()`, [apex, expected]] as [string, Shown]] : [set];
    }),
  );
const ONE_MAIL = `${MAIL} m = new ${MAIL}(); m.setToAddresses(new List<String>{ 'a@b.example' }); m.setSubject('s'); m.setPlainTextBody('b'); `;
const TEXTS: readonly [string, string, string] = ['List<String>', "new List<String>{ 'a@b.example' }", '(a@b.example)'];
const TEXT: readonly [string, string, string] = ['String', "'x'", 'x'];
const ID: readonly [string, string, string] = ['Id', "'001xa000003DIlo'", '001xa000003DIloAAG'];
const FLAG: readonly [string, string, string] = ['Boolean', 'true', 'true'];
const RESULT = `${ONE_MAIL}Messaging.SendEmailResult r = Messaging.sendEmail(new List<Messaging.Email>{ m })[0]; `;
const NOTICE =
  "Messaging.CustomNotification n = new Messaging.CustomNotification(); n.setTitle('t'); n.setBody('b'); n.setNotificationTypeId('0MLxa000003DIlo'); n.setSenderId(UserInfo.getUserId()); n.setTargetId(UserInfo.getUserId()); n.setTargetPageRef('{}'); n.send(new Set<String>{ UserInfo.getUserId() }); return 'sent';";
const INBOUND = reference('apex_classes_email_inbound_inbound');

export const MESSAGING: readonly LibraryRow[] = [
  ...rowsOf('Messaging', reference('apex_classes_email_outbound_messaging'), {
    'static List<Messaging.SendEmailResult> sendEmail(List<Messaging.Email>)': [
      [
        `${ONE_MAIL}return Messaging.sendEmail(new List<Messaging.SingleEmailMessage>{ m }).size() + Limits.getEmailInvocations();`,
        '2',
      ],
      [
        `Messaging.sendEmail(new List<Messaging.Email>{ new ${MAIL}() }); return 1;`,
        '!System.EmailException: SendEmail failed. First exception on row 0; first error: REQUIRED_FIELD_MISSING, Add a recipient to send an email.: []',
      ],
    ],
    'static List<Messaging.SendEmailResult> sendEmail(List<Messaging.Email>,Boolean)': [
      `${ONE_MAIL}return Messaging.sendEmail(new List<Messaging.Email>{ m }, false)[0].isSuccess();`,
      'true',
    ],
    'static void reserveSingleEmailCapacity(Integer)': [
      ["Messaging.reserveSingleEmailCapacity(2); return 'ok';", 'ok'],
      [
        "Messaging.reserveSingleEmailCapacity(2000000); return 'ok';",
        '!System.HandledException: The daily email limit has been exceeded.',
      ],
    ],
    'static void reserveMassEmailCapacity(Integer)': ["Messaging.reserveMassEmailCapacity(2); return 'ok';", 'ok'],
  }),
  ...rowsOf('Messaging.Email', EMAIL_PAGE, {
    marker: [`Messaging.Email m = new ${MAIL}(); return m instanceof ${MAIL};`, 'true'],
  }),
  ...rowsOf(MAIL, EMAIL_PAGE, {
    'new()': [`new ${MAIL}().getSubject()`, 'null'],
    ...accessors(MAIL, {
      BccAddresses: TEXTS,
      CcAddresses: TEXTS,
      ToAddresses: TEXTS,
      EntityAttachments: TEXTS,
      Charset: TEXT,
      HtmlBody: TEXT,
      PlainTextBody: TEXT,
      InReplyTo: TEXT,
      OptOutPolicy: TEXT,
      References: TEXT,
      ReplyTo: TEXT,
      SenderDisplayName: TEXT,
      Subject: TEXT,
      EmailPriority: TEXT,
      OrgWideEmailAddressId: ID,
      TargetObjectId: ID,
      TemplateId: ID,
      WhatId: ID,
      BccSender: FLAG,
      SaveAsActivity: FLAG,
      UseSignature: FLAG,
    }),
    ...accessors(MAIL, {
      FileAttachments: ['List<Messaging.EmailFileAttachment>', 'new List<Messaging.EmailFileAttachment>()', '()'],
    }),
    'void setDocumentAttachments(List<Id>)': [
      `${MAIL} m = new ${MAIL}(); m.setDocumentAttachments(new List<Id>()); return 'set';`,
      'set',
    ],
    'void setTreatBodiesAsTemplate(Boolean)': [
      `${MAIL} m = new ${MAIL}(); m.setTreatBodiesAsTemplate(true); return m.isTreatBodiesAsTemplate();`,
      'true',
    ],
    'Boolean isTreatBodiesAsTemplate()': [`new ${MAIL}().isTreatBodiesAsTemplate()`, 'false'],
    'void setTreatTargetObjectAsRecipient(Boolean)': [
      `${MAIL} m = new ${MAIL}(); m.setTreatTargetObjectAsRecipient(true); return m.isTreatTargetObjectAsRecipient();`,
      'true',
    ],
    'Boolean isTreatTargetObjectAsRecipient()': [`new ${MAIL}().isTreatTargetObjectAsRecipient()`, 'false'],
    'Boolean isUserMail()': [
      `${MAIL} m = new ${MAIL}(); m.setTargetObjectId(UserInfo.getUserId()); return m.isUserMail();`,
      'true',
    ],
  }),
  ...rowsOf('Messaging.MassEmailMessage', reference('apex_classes_email_outbound_mass'), {
    'new()': ['new Messaging.MassEmailMessage().getSubject()', 'null'],
    ...accessors('Messaging.MassEmailMessage', {
      Description: TEXT,
      ReplyTo: TEXT,
      SenderDisplayName: TEXT,
      Subject: TEXT,
      TemplateId: ID,
      TargetObjectIds: ['List<Id>', "new List<Id>{ '001xa000003DIlo' }", '(001xa000003DIloAAG)'],
      WhatIds: ['List<Id>', 'new List<Id>()', '()'],
      BccSender: FLAG,
      SaveAsActivity: FLAG,
      UseSignature: FLAG,
    }),
  }),
  ...rowsOf('Messaging.EmailFileAttachment', reference('apex_classes_email_outbound_attachments'), {
    'new()': ['new Messaging.EmailFileAttachment().getFileName()', 'null'],
    ...accessors('Messaging.EmailFileAttachment', {
      Body: ['Blob', "Blob.valueOf('ab')", 'Blob[2]'],
      ContentType: ['String', "'text/plain'", 'text/plain'],
      FileName: ['String', "'a.txt'", 'a.txt'],
      Inline: FLAG,
    }),
    ...property('Messaging.EmailFileAttachment', {
      'Blob body': ["Blob.valueOf('ab')", 'Blob[2]'],
      'String contentType': ["'text/plain'", 'text/plain'],
      'String fileName': ["'a.txt'", 'a.txt'],
      'Boolean inline': ['true', 'true'],
    }),
  }),
  ...rowsOf('Messaging.SendEmailResult', reference('apex_class_messaging_sendemailresult'), {
    'Boolean isSuccess()': [`${RESULT}return r.isSuccess();`, 'true'],
    'List<Messaging.SendEmailError> getErrors()': [`${RESULT}return r.getErrors();`, '()'],
  }),
  ...rowsOf('Messaging.SendEmailError', reference('apex_class_messaging_sendemailerror'), {
    'String getMessage()': [
      'Messaging.SingleEmailMessage bad = new Messaging.SingleEmailMessage(); return Messaging.sendEmail(new List<Messaging.Email>{ bad }, false)[0].getErrors()[0].getMessage();',
      'Add a recipient to send an email.',
    ],
    'String getTargetObjectId()': [
      'Messaging.SingleEmailMessage bad = new Messaging.SingleEmailMessage(); return Messaging.sendEmail(new List<Messaging.Email>{ bad }, false)[0].getErrors()[0].getTargetObjectId();',
      'null',
    ],
    'StatusCode getStatusCode()': [
      'Messaging.SingleEmailMessage bad = new Messaging.SingleEmailMessage(); return Messaging.sendEmail(new List<Messaging.Email>{ bad }, false)[0].getErrors()[0].getStatusCode();',
      'REQUIRED_FIELD_MISSING',
    ],
    'List<String> getFields()': [
      'Messaging.SingleEmailMessage bad = new Messaging.SingleEmailMessage(); return Messaging.sendEmail(new List<Messaging.Email>{ bad }, false)[0].getErrors()[0].getFields();',
      '()',
    ],
  }),
  ...rowsOf('Messaging.CustomNotification', reference('apex_class_Messaging_CustomNotification'), {
    'new()': [NOTICE, 'sent'],
    'new(String,String,String,String,String,String)': [
      "new Messaging.CustomNotification('0MLxa000003DIlo', UserInfo.getUserId(), 't', 'b', UserInfo.getUserId(), null).send(new Set<String>{ UserInfo.getUserId() }); return 'sent';",
      'sent',
    ],
    'void setBody(String)': [NOTICE, 'sent'],
    'void setNotificationTypeId(String)': [NOTICE, 'sent'],
    'void setSenderId(String)': [NOTICE, 'sent'],
    'void setTargetId(String)': [NOTICE, 'sent'],
    'void setTargetPageRef(String)': [NOTICE, 'sent'],
    'void setTitle(String)': [NOTICE, 'sent'],
    'void send(Set<String>)': [
      "new Messaging.CustomNotification().send(new Set<String>{ UserInfo.getUserId() }); return 'sent';",
      '!System.IllegalArgumentException: A notification needs a title and a body',
    ],
  }),
  ...rowsOf('Messaging.InboundEmail', INBOUND, {
    'new()': ['new Messaging.InboundEmail().subject', 'null'],
    ...property('Messaging.InboundEmail', {
      'List<Messaging.InboundEmail.BinaryAttachment> binaryAttachments': [
        'new List<Messaging.InboundEmail.BinaryAttachment>()',
        '()',
      ],
      'List<String> ccAddresses': ["new List<String>{ 'c' }", '(c)'],
      'String fromAddress': ["'f'", 'f'],
      'String fromName': ["'n'", 'n'],
      'List<Messaging.InboundEmail.Header> headers': ['new List<Messaging.InboundEmail.Header>()', '()'],
      'String htmlBody': ["'h'", 'h'],
      'Boolean htmlBodyIsTruncated': ['true', 'true'],
      'String inReplyTo': ["'r'", 'r'],
      'String messageId': ["'m'", 'm'],
      'String plainTextBody': ["'p'", 'p'],
      'Boolean plainTextBodyIsTruncated': ['false', 'false'],
      'List<String> references': ["new List<String>{ 'r' }", '(r)'],
      'String replyTo': ["'r'", 'r'],
      'String subject': ["'s'", 's'],
      'List<Messaging.InboundEmail.TextAttachment> textAttachments': [
        'new List<Messaging.InboundEmail.TextAttachment>()',
        '()',
      ],
      'List<String> toAddresses': ["new List<String>{ 't' }", '(t)'],
    }),
  }),
  ...rowsOf('Messaging.InboundEmail.BinaryAttachment', INBOUND, {
    'new()': ['new Messaging.InboundEmail.BinaryAttachment().body', 'null'],
    ...property('Messaging.InboundEmail.BinaryAttachment', {
      'Blob body': ["Blob.valueOf('ab')", 'Blob[2]'],
      'String fileName': ["'f'", 'f'],
      'List<Messaging.InboundEmail.Header> headers': ['new List<Messaging.InboundEmail.Header>()', '()'],
      'String mimeTypeSubType': ["'image/png'", 'image/png'],
    }),
  }),
  ...rowsOf('Messaging.InboundEmail.TextAttachment', INBOUND, {
    'new()': ['new Messaging.InboundEmail.TextAttachment().body', 'null'],
    ...property('Messaging.InboundEmail.TextAttachment', {
      'String body': ["'b'", 'b'],
      'Boolean bodyIsTruncated': ['true', 'true'],
      'String charset': ["'UTF-8'", 'UTF-8'],
      'String fileName': ["'f'", 'f'],
      'List<Messaging.InboundEmail.Header> headers': ['new List<Messaging.InboundEmail.Header>()', '()'],
      'String mimeTypeSubType': ["'text/csv'", 'text/csv'],
    }),
  }),
  ...rowsOf('Messaging.InboundEmail.Header', INBOUND, {
    'new()': ['new Messaging.InboundEmail.Header().name', 'null'],
    ...property('Messaging.InboundEmail.Header', { 'String name': ["'n'", 'n'], 'String value': ["'v'", 'v'] }),
  }),
  ...rowsOf('Messaging.InboundEnvelope', reference('apex_classes_email_inbound_envelope'), {
    'new()': ['new Messaging.InboundEnvelope().toAddress', 'null'],
    ...property('Messaging.InboundEnvelope', { 'String fromAddress': ["'f'", 'f'], 'String toAddress': ["'t'", 't'] }),
  }),
  ...rowsOf('Messaging.InboundEmailResult', reference('apex_classes_email_inbound_result'), {
    'new()': ['new Messaging.InboundEmailResult().success', 'null'],
    ...property('Messaging.InboundEmailResult', {
      'String message': ["'m'", 'm'],
      'Boolean success': ['true', 'true'],
    }),
  }),
  ...rowsOf('Messaging.InboundEmailHandler', reference('apex_classes_email_inbound_using'), {
    'abstract Messaging.InboundEmailResult handleInboundEmail(Messaging.InboundEmail,Messaging.InboundEnvelope)': [
      "Messaging.InboundEmail e = new Messaging.InboundEmail(); e.subject = 's'; Messaging.InboundEnvelope v = new Messaging.InboundEnvelope(); v.fromAddress = 'f'; Messaging.InboundEmailHandler h = new MailBox(); return h.handleInboundEmail(e, v).message;",
      's from f',
    ],
  }),
];
