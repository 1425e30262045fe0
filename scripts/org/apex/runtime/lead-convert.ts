/** Database.convertLead with its order and its result. */
import type { PlatformFunction, PlatformType } from '../contract.ts';
import { currentSharing } from '../ambient.ts';
import { host } from '../host.ts';
import { AccessLevel, modeOf } from './access.ts';
import { RowResult } from './database-results.ts';
import { getter, setter } from './define.ts';
import { DmlOptions } from './dml-options.ts';
import { ApexList } from './values/collections.ts';
import { requireArgument, throwException } from './values/exception.ts';
import { ApexObject } from './values/object.ts';

class LeadConvert extends ApexObject {
  static readonly apexName = 'Database.LeadConvert';
  leadId: string | null = null;
  accountId: string | null = null;
  contactId: string | null = null;
  opportunityId: string | null = null;
  opportunityName: string | null = null;
  ownerId: string | null = null;
  convertedStatus: string | null = null;
  doNotCreateOpportunity = false;
  overwriteLeadSource = false;
  sendNotificationEmail = false;
}

const LONGEST_LIST = 100;

function convert(orders: readonly LeadConvert[], args: readonly unknown[]): RowResult[] {
  if (orders.length > LONGEST_LIST) throwException('LimitException', `Too many leads to convert: ${orders.length}`);
  const requests = orders.map((order) => {
    const { leadId } = requireArgument(order);
    return { ...order, leadId: requireArgument(leadId) };
  });
  const options = args.find((arg) => arg instanceof DmlOptions);
  const allOrNone = options?.optAllOrNone ?? args.find((arg) => typeof arg === 'boolean') ?? true;
  const mode = modeOf(args.find((arg) => arg instanceof AccessLevel));
  return host()
    .convertLeads(requests, { allOrNone, mode, sharing: currentSharing() })
    .map(({ leadId, success, errors, accountId, contactId, opportunityId }) => {
      const ids = { account: accountId, contact: contactId, opportunity: opportunityId };
      return new RowResult('Database.LeadConvertResult', { id: leadId, success, errors }, ids);
    });
}

const one: PlatformFunction = (order: LeadConvert | null, ...args: unknown[]) =>
  convert([requireArgument(order)], args)[0];
const many: PlatformFunction = (orders: ApexList<LeadConvert> | null, ...args: unknown[]) =>
  new ApexList('List<Database.LeadConvertResult>', convert(requireArgument(orders).items, args));

const OVERLOADS = [
  '',
  ',AccessLevel',
  ',Boolean',
  ',Database.DMLOptions',
  ',Boolean,AccessLevel',
  ',Database.DMLOptions,AccessLevel',
];

export const leadMembers: Readonly<Record<string, PlatformFunction>> = Object.fromEntries(
  OVERLOADS.flatMap((rest) => [
    [`static Database.LeadConvertResult convertLead(Database.LeadConvert${rest})`, one],
    [`static List<Database.LeadConvertResult> convertLead(List<Database.LeadConvert>${rest})`, many],
  ]),
);

export const LEAD_TYPES: readonly PlatformType[] = [
  {
    name: 'Database.LeadConvert',
    kind: 'class',
    constructors: { '()': () => new LeadConvert() },
    members: {
      'Id getLeadId()': getter('leadId'),
      'void setLeadId(Id)': setter('leadId'),
      'Id getAccountId()': getter('accountId'),
      'void setAccountId(Id)': setter('accountId'),
      'Id getContactId()': getter('contactId'),
      'void setContactId(Id)': setter('contactId'),
      'Id getOpportunityId()': getter('opportunityId'),
      'void setOpportunityId(Id)': setter('opportunityId'),
      'String getOpportunityName()': getter('opportunityName'),
      'void setOpportunityName(String)': setter('opportunityName'),
      'Id getOwnerId()': getter('ownerId'),
      'void setOwnerId(Id)': setter('ownerId'),
      'String getConvertedStatus()': getter('convertedStatus'),
      'void setConvertedStatus(String)': setter('convertedStatus'),
      'Boolean isDoNotCreateOpportunity()': getter('doNotCreateOpportunity'),
      'void setDoNotCreateOpportunity(Boolean)': setter('doNotCreateOpportunity'),
      'Boolean isOverWriteLeadSource()': getter('overwriteLeadSource'),
      'void setOverwriteLeadSource(Boolean)': setter('overwriteLeadSource'),
      'Boolean isSendNotificationEmail()': getter('sendNotificationEmail'),
      'void setSendNotificationEmail(Boolean)': setter('sendNotificationEmail'),
    },
  },
];
