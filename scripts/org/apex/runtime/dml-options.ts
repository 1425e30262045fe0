/** Database.DMLOptions and its parts. */
import type { PlatformType } from '../contract.ts';
import { field } from './define.ts';
import { ApexObject } from './values/object.ts';

class Header extends ApexObject {
  readonly type: string;
  constructor(type: string) {
    super();
    this.type = type;
  }
  override get apexType(): string {
    return this.type;
  }
}

export class DmlOptions extends ApexObject {
  static readonly apexName = 'Database.DMLOptions';
  allowFieldTruncation: boolean | null = null;
  optAllOrNone: boolean | null = null;
  localeOptions: string | null = null;
  assignmentRuleHeader = new Header('Database.DMLOptions.AssignmentRuleHeader');
  duplicateRuleHeader = new Header('Database.DMLOptions.DuplicateRuleHeader');
  emailHeader = new Header('Database.DMLOptions.EmailHeader');
}

function headerType(name: string, properties: PlatformType['properties']): PlatformType {
  const full = `Database.DMLOptions.${name}`;
  return { name: full, kind: 'class', constructors: { '()': () => new Header(full) }, properties: properties ?? {} };
}

export const OPTION_TYPES: readonly PlatformType[] = [
  {
    name: 'Database.DMLOptions',
    kind: 'class',
    constructors: { '()': () => new DmlOptions() },
    properties: {
      'Boolean allowFieldTruncation': field('allowFieldTruncation'),
      'Boolean optAllOrNone': field('optAllOrNone'),
      'String localeOptions': field('localeOptions'),
      'Database.DMLOptions.AssignmentRuleHeader assignmentRuleHeader': field('assignmentRuleHeader'),
      'Database.DMLOptions.DuplicateRuleHeader duplicateRuleHeader': field('duplicateRuleHeader'),
      'Database.DMLOptions.EmailHeader emailHeader': field('emailHeader'),
    },
  },
  headerType('AssignmentRuleHeader', {
    'Id assignmentRuleId': field('assignmentRuleId'),
    'Boolean useDefaultRule': field('useDefaultRule'),
  }),
  headerType('DuplicateRuleHeader', {
    'Boolean allowSave': field('allowSave'),
    'Boolean runAsCurrentUser': field('runAsCurrentUser'),
  }),
  headerType('EmailHeader', {
    'Boolean triggerAutoResponseEmail': field('triggerAutoResponseEmail'),
    'Boolean triggerOtherEmail': field('triggerOtherEmail'),
    'Boolean triggerUserEmail': field('triggerUserEmail'),
  }),
];
