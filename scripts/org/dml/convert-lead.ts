/** Lead conversion: the lead becomes an account, a contact and (unless refused) an opportunity, through DML with triggers. */
import type { RecordError, SObjectRecord } from '../store/record.ts';
import { SObjectRecord as Row } from '../store/record.ts';
import type { Id, Raw } from '../types.ts';
import type { DmlContext, DmlOptions } from './contract.ts';
import { toLongId } from './id-form.ts';
import { runDml } from './index.ts';

export interface LeadConversion {
  readonly leadId: Id;
  readonly convertedStatus: string | null;
  readonly accountId?: Id | null;
  readonly contactId?: Id | null;
  readonly opportunityId?: Id | null;
  readonly ownerId?: Id | null;
  readonly opportunityName?: string | null;
  readonly doNotCreateOpportunity?: boolean;
  readonly overwriteLeadSource?: boolean;
}

export interface LeadConversionResult {
  readonly leadId: Id;
  readonly accountId: Id | null;
  readonly contactId: Id | null;
  readonly opportunityId: Id | null;
  readonly success: boolean;
  readonly errors: readonly RecordError[];
}

/** Lead field → field of the new record, where both objects have it. */
const TO_ACCOUNT: Readonly<Record<string, string>> = {
  Company: 'Name',
  Phone: 'Phone',
  Website: 'Website',
  Industry: 'Industry',
  AnnualRevenue: 'AnnualRevenue',
  NumberOfEmployees: 'NumberOfEmployees',
  LeadSource: 'AccountSource',
  Street: 'BillingStreet',
  City: 'BillingCity',
  State: 'BillingState',
  PostalCode: 'BillingPostalCode',
  Country: 'BillingCountry',
};
const TO_CONTACT: Readonly<Record<string, string>> = {
  FirstName: 'FirstName',
  LastName: 'LastName',
  Salutation: 'Salutation',
  Title: 'Title',
  Email: 'Email',
  Phone: 'Phone',
  MobilePhone: 'MobilePhone',
  LeadSource: 'LeadSource',
  Street: 'MailingStreet',
  City: 'MailingCity',
  State: 'MailingState',
  PostalCode: 'MailingPostalCode',
  Country: 'MailingCountry',
};
const DAY_MS = 86_400_000;

class Refused extends Error {
  readonly errors: readonly RecordError[];
  constructor(errors: readonly RecordError[]) {
    super('refused');
    this.errors = errors;
  }
}

function refuse(statusCode: string, message: string, fields: readonly string[] = []): never {
  throw new Refused([{ statusCode, message, fields }]);
}

/** Converts leads one after the other; each is all or nothing. With `allOrNone` the first refusal undoes all of them. */
export function convertLeads(
  context: DmlContext,
  requests: readonly LeadConversion[],
  options: DmlOptions,
): LeadConversionResult[] {
  const whole = context.store.savepoint();
  const results = requests.map((request) => convertOne(context, request, options));
  if (options.allOrNone && results.some((one) => !one.success)) context.store.rollbackTo(whole);
  context.store.release(whole);
  return results;
}

function convertOne(context: DmlContext, request: LeadConversion, options: DmlOptions): LeadConversionResult {
  const savepoint = context.store.savepoint();
  try {
    const done = convert(context, request, { ...options, allOrNone: true });
    context.store.release(savepoint);
    return { ...done, success: true, errors: [] };
  } catch (error) {
    context.store.rollbackTo(savepoint);
    context.store.release(savepoint);
    if (!(error instanceof Refused)) throw error;
    return {
      leadId: request.leadId,
      accountId: null,
      contactId: null,
      opportunityId: null,
      success: false,
      errors: error.errors,
    };
  }
}

type Converted = Pick<LeadConversionResult, 'leadId' | 'accountId' | 'contactId' | 'opportunityId'>;

function convert(context: DmlContext, request: LeadConversion, options: DmlOptions): Converted {
  const lead = loadLead(context, request);
  const owner = request.ownerId ?? lead.get('OwnerId');
  const accountId =
    request.accountId ??
    create(context, options, 'Account', { ...mapped(context, lead, 'Account', TO_ACCOUNT), OwnerId: owner });
  const contactId =
    request.contactId ??
    create(context, options, 'Contact', {
      ...mapped(context, lead, 'Contact', TO_CONTACT),
      AccountId: accountId,
      OwnerId: owner,
    });
  const opportunityId = opportunityFor(context, request, options, lead, accountId, owner);
  const update = new Row(lead.object);
  const now = context.clock.now();
  const changes: Record<string, Raw> = {
    Id: lead.id,
    Status: request.convertedStatus,
    IsConverted: true,
    ConvertedDate: new Date(now).toISOString().slice(0, 10),
    ConvertedAccountId: accountId,
    ConvertedContactId: contactId,
    ConvertedOpportunityId: opportunityId,
  };
  for (const [name, value] of Object.entries(changes))
    if (lead.object.field(name) !== undefined) update.set(name, value);
  const access = { ...options.access, mode: 'system' as const };
  save(context, 'update', update, { ...options, access, writesReadOnlyFields: true });
  return { leadId: request.leadId, accountId, contactId, opportunityId };
}

function loadLead(context: DmlContext, request: LeadConversion): SObjectRecord {
  const object = context.schema.requireObject('Lead');
  const lead = context.store.load(object, [toLongId(request.leadId) ?? request.leadId])[0];
  if (lead === undefined) return refuse('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', ['LeadId']);
  if (lead.get('IsConverted') === true)
    return refuse('CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead');
  const status = request.convertedStatus;
  if (status === null || status === '')
    return refuse('REQUIRED_FIELD_MISSING', 'Required fields are missing: [ConvertedStatus]', ['ConvertedStatus']);
  const statuses = context.schema.object('LeadStatus');
  if (statuses !== undefined) {
    const known = context.store
      .all(`SELECT "MasterLabel" FROM "LeadStatus" WHERE "IsConverted" = 1`)
      .map((row) => row['MasterLabel']);
    if (known.length > 0 && !known.includes(status)) {
      return refuse('INVALID_STATUS', `invalid convertedStatus: ${status} is not a valid converted status`, [
        'ConvertedStatus',
      ]);
    }
  }
  return lead;
}

function mapped(
  context: DmlContext,
  lead: SObjectRecord,
  target: string,
  table: Readonly<Record<string, string>>,
): Record<string, Raw> {
  const object = context.schema.requireObject(target);
  const values: Record<string, Raw> = {};
  for (const [from, to] of Object.entries(table)) {
    const value = lead.get(from);
    if (value !== null && object.field(to) !== undefined) values[to] = value;
  }
  return values;
}

function opportunityFor(
  context: DmlContext,
  request: LeadConversion,
  options: DmlOptions,
  lead: SObjectRecord,
  accountId: Id,
  owner: Raw,
): Id | null {
  if (request.opportunityId !== undefined && request.opportunityId !== null) return request.opportunityId;
  if (request.doNotCreateOpportunity === true) return null;
  const object = context.schema.requireObject('Opportunity');
  const stage = object.field('StageName')?.picklistValues.find((one) => one.active)?.value ?? 'Prospecting';
  const closeDate = new Date(endOfQuarter(context.clock.now())).toISOString().slice(0, 10);
  const name = request.opportunityName ?? `${String(lead.get('Company') ?? '')}-`;
  const values = { Name: name, AccountId: accountId, StageName: stage, CloseDate: closeDate, OwnerId: owner };
  return create(context, options, 'Opportunity', values);
}

function endOfQuarter(now: number): number {
  const date = new Date(now);
  return Date.UTC(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / 3) * 3 + 3, 1) - DAY_MS;
}

function create(
  context: DmlContext,
  options: DmlOptions,
  objectName: string,
  values: Readonly<Record<string, Raw>>,
): Id {
  const record = new Row(context.schema.requireObject(objectName));
  for (const [name, value] of Object.entries(values)) record.set(name, value);
  save(context, 'insert', record, options);
  return record.id as Id;
}

function save(context: DmlContext, operation: 'insert' | 'update', record: SObjectRecord, options: DmlOptions): void {
  const [result] = runDml(context, operation, [record], options);
  if (result !== undefined && !result.success) throw new Refused(result.errors);
}
