/** Database.convertLead: account, contact and opportunity of a lead, and the lead marked as converted. */
import { SObjectRecord } from '../../store/record.ts';
import type { PlatformFunction, PlatformType } from '../contract.ts';
import { currentSharing } from '../ambient.ts';
import { host } from '../host.ts';
import { AccessLevel, modeOf } from './access.ts';
import type { Mode } from './access.ts';
import { RowResult } from './database-results.ts';
import { getter, setter } from './define.ts';
import { DmlOptions } from './dml-options.ts';
import { today } from './date.ts';
import { ApexList } from './values/collections.ts';
import { ApexException, DmlException, requireArgument, throwException } from './values/exception.ts';
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

type Values = Readonly<Record<string, string | number | boolean | null>>;

function record(object: string, values: Values): SObjectRecord {
  const made = new SObjectRecord(host().schema.requireObject(object));
  for (const [name, value] of Object.entries(values)) if (made.object.field(name) && value !== null) made.set(name, value);
  return made;
}

class Conversion {
  readonly #order: LeadConvert;
  readonly #mode: Mode;
  readonly #lead: SObjectRecord;
  constructor(order: LeadConvert, mode: Mode) {
    this.#order = order;
    this.#mode = mode;
    this.#lead = this.#load();
  }

  #load(): SObjectRecord {
    const id = requireArgument(this.#order.leadId);
    const fields = ['Id', 'FirstName', 'LastName', 'Company', 'Email', 'Phone', 'LeadSource', 'OwnerId', 'IsConverted'];
    const known = fields.filter((name) => host().schema.requireObject('Lead').field(name));
    const found = host().query(`SELECT ${known.join(', ')} FROM Lead WHERE Id = :id`, { id }, { mode: 'system', sharing: currentSharing() });
    const lead = found.kind === 'rows' ? found.records[0] : undefined;
    if (!lead) return refuse('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', id);
    return lead.get('IsConverted') === true ? refuse('CANNOT_UPDATE_CONVERTED_LEAD', 'lead already converted', id) : lead;
  }

  #insert(object: string, values: Values): string {
    const made = record(object, values);
    host().dml('insert', [made], { allOrNone: true, mode: this.#mode, sharing: currentSharing() });
    return requireArgument(made.id);
  }

  #value(name: string): string | null {
    return this.#lead.get(name) as string | null;
  }

  run(): RowResult {
    const order = this.#order;
    if (order.convertedStatus === null) refuse('INVALID_STATUS', 'invalid convertedStatus: null', this.#lead.id);
    const owner = order.ownerId ?? this.#value('OwnerId');
    const account = order.accountId ?? this.#insert('Account', { Name: this.#value('Company'), Phone: this.#value('Phone'), OwnerId: owner });
    const contact = order.contactId ?? this.#contact(account, owner);
    const opportunity = order.doNotCreateOpportunity ? null : (order.opportunityId ?? this.#opportunity(account, owner));
    this.#mark({ account, contact, opportunity });
    const id = this.#lead.id;
    return new RowResult('Database.LeadConvertResult', { id, success: true, errors: [] }, { account, contact, opportunity });
  }

  #contact(account: string, owner: string | null): string {
    return this.#insert('Contact', {
      AccountId: account,
      FirstName: this.#value('FirstName'),
      LastName: this.#value('LastName'),
      Email: this.#value('Email'),
      Phone: this.#value('Phone'),
      LeadSource: this.#value('LeadSource'),
      OwnerId: owner,
    });
  }

  #opportunity(account: string, owner: string | null): string {
    const { year, month } = today().calendar;
    const quarterEnd = new Date(Date.UTC(year, Math.ceil(month / 3) * 3, 0)).toISOString().slice(0, 10);
    const name = this.#order.opportunityName ?? this.#value('Company');
    return this.#insert('Opportunity', { AccountId: account, Name: name, StageName: 'Prospecting', CloseDate: quarterEnd, OwnerId: owner });
  }

  #mark({ account, contact, opportunity }: { account: string; contact: string; opportunity: string | null }): void {
    const lead = record('Lead', {
      Id: this.#lead.id,
      Status: this.#order.convertedStatus,
      IsConverted: true,
      ConvertedDate: today().toIso(),
      ConvertedAccountId: account,
      ConvertedContactId: contact,
      ConvertedOpportunityId: opportunity,
    });
    host().dml('update', [lead], { allOrNone: true, mode: this.#mode, sharing: currentSharing(), platformWrite: true });
  }
}

function refuse(statusCode: string, message: string, id: string | null): never {
  throw DmlException.ofRows('ConvertLead', [{ index: 0, id, error: { statusCode, message, fields: [] } }]);
}

function failed(order: LeadConvert, error: unknown): RowResult {
  if (!(error instanceof ApexException) || error.uncatchable) throw error;
  const errors = error instanceof DmlException ? error.rows.map((row) => row.error) : [{ statusCode: 'UNKNOWN_EXCEPTION', message: error.message ?? '', fields: [] }];
  return new RowResult('Database.LeadConvertResult', { id: order.leadId, success: false, errors });
}

/** Each lead on its own; all or none throws at the first that fails, with everything rolled back. */
function convert(orders: readonly LeadConvert[], args: readonly unknown[]): RowResult[] {
  const options = args.find((arg) => arg instanceof DmlOptions);
  const allOrNone = options?.optAllOrNone ?? args.find((arg) => typeof arg === 'boolean') ?? true;
  const mode = modeOf(args.find((arg) => arg instanceof AccessLevel));
  if (orders.length > 100) throwException('LimitException', 'Too many leads to convert: 101');
  const start = host().savepoint();
  return orders.map((order) => {
    const before = allOrNone ? start : host().savepoint();
    try {
      return new Conversion(requireArgument(order), mode).run();
    } catch (error) {
      host().rollback(before);
      if (allOrNone) throw error;
      return failed(order, error);
    }
  });
}

const one: PlatformFunction = (order: LeadConvert | null, ...args: unknown[]) => convert([requireArgument(order)], args)[0];
const many: PlatformFunction = (orders: ApexList<LeadConvert> | null, ...args: unknown[]) =>
  new ApexList('List<Database.LeadConvertResult>', convert(requireArgument(orders).items, args));

const OVERLOADS = ['', ',AccessLevel', ',Boolean', ',Database.DMLOptions', ',Boolean,AccessLevel', ',Database.DMLOptions,AccessLevel'];

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
