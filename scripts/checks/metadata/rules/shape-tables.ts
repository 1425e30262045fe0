/** What the declarations of the Metadata API do not say. */
import type { ApiProperty } from '../tables/api-types.ts';

function optional(type: string, many = false): ApiProperty {
  return { type, many, required: false };
}

/** Elements that the platform takes and writes although its declarations leave them out. */
export const EXTRA_ELEMENTS: Readonly<Record<string, Readonly<Record<string, ApiProperty>>>> = {
  CustomSite: { allowGuestPaymentsApi: optional('boolean') },
  CustomField: { displayLocationInDecimal: optional('boolean') },
  FlowActionCall: { versionSegment: optional('number'), versionString: optional('string') },
};

/** Values that the platform takes although its declarations leave them out. */
export const EXTRA_VALUES: Readonly<Record<string, readonly string[]>> = {
  SiteType: ['ChatterNetwork', 'ChatterNetworkPicasso'],
  Gender: [''],
  StartsWith: [''],
};

/** Elements that the declarations call required, and the platform fills itself. */
export const OPTIONAL: ReadonlySet<string> = new Set([
  'ApexClass.status',
  'ApexTrigger.status',
  'CustomPermission.isLicensed',
  'GenAiPluginInstructionDef.sortOrder',
  'LookupFilterTranslation.errorMessage',
]);

/** Number elements that are integers; the declarations know numbers only. */
export const INTEGERS: ReadonlySet<string> = new Set([
  'columns',
  'displayOrder',
  'frameHeight',
  'height',
  'keySize',
  'length',
  'limit',
  'locationX',
  'locationY',
  'majorNumber',
  'maxOccurs',
  'minOccurs',
  'minorNumber',
  'offset',
  'order',
  'position',
  'precision',
  'probability',
  'relationshipOrder',
  'rowLimit',
  'scale',
  'sortOrder',
  'startingNumber',
  'stepNumber',
  'visibleLines',
  'width',
]);

/** Elements that hold a date or a moment; the declarations know text only. */
export const DATES: Readonly<Record<string, 'date' | 'dateTime'>> = {
  'ReportTimeFrameFilter.startDate': 'date',
  'ReportTimeFrameFilter.endDate': 'date',
  'Certificate.expirationDate': 'dateTime',
};

/** Root elements of another name than their type. */
export const ROOT_NAMES: Readonly<Record<string, string>> = { InvocableActionExtension: 'InvocableActionExt' };

/** Types that the conversion writes anew, so that their files need no namespace. */
export const WITHOUT_NAMESPACE: ReadonlySet<string> = new Set(['CustomObjectTranslation', 'CustomFieldTranslation']);
