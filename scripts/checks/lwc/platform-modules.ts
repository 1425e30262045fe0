/** Modules and elements that the platform gives to components: what Salesforce's own npm packages list, and what they leave out. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Documented modules that neither package lists. */
const MORE = [
  'actions',
  'accessibility',
  'analyticsWaveApi',
  'barcodeScanner',
  'calendarApi',
  'cmsDeliveryApi',
  'conversationToolkitApi',
  'digitalExperienceApi',
  'flowSupport',
  'fulfillmentApi',
  'graphql',
  'industriesEducationPublicApi',
  'inputRichText',
  'insights',
  'list',
  'listView',
  'logger',
  'lookup',
  'mobileCapabilities',
  'modal',
  'nfcService',
  'omniscriptPubsub',
  'platformScheduler',
  'platformUtilityBarApi',
  'recordPicker',
  'salesforceRecordUtils',
  'settingsApi',
  'staticResource',
  'tree',
  'uiDialogApi',
  'uiMarkdownApi',
  'uiGraphQLApi',
  'uiLayoutApi',
  'uiObjectInfoApi',
  'uiRelatedListApi',
  'voiceExtension',
];

let names: ReadonlySet<string> | null = null;

/** Names in the namespace `lightning`, in camel case; empty when the packages are not installed. */
export function lightningNames(): ReadonlySet<string> {
  if (names !== null) return names;
  const found = new Set<string>();
  const require = createRequire(import.meta.url);
  const stubs = path.join(
    path.dirname(folderOf(require, '@salesforce/sfdx-lwc-jest')),
    'sfdx-lwc-jest',
    'src',
    'lightning-stubs',
  );
  if (existsSync(stubs)) for (const name of readdirSync(stubs)) found.add(name);
  const base = path.join(folderOf(require, 'lightning-base-components'), 'package.json');
  if (existsSync(base)) {
    const { lwc } = JSON.parse(readFileSync(base, 'utf8')) as { lwc?: { expose?: readonly string[] } };
    for (const name of lwc?.expose ?? []) found.add(name.replace(/^lightning\//, ''));
  }
  if (found.size > 0) for (const name of MORE) found.add(name);
  return (names = found);
}

function folderOf(require: NodeJS.Require, name: string): string {
  for (const folder of require.resolve.paths(name) ?? []) {
    if (existsSync(path.join(folder, name))) return path.join(folder, name);
  }
  return name;
}

/** Families of `@salesforce/…` modules whose members the platform makes up, as patterns of the rest of the name. */
export const SALESFORCE_MODULES: ReadonlyMap<string, RegExp> = new Map([
  ['user', /^(Id|isGuest)$/],
  ['client', /^formFactor$/],
  ['community', /^(Id|basePath)$/],
  ['site', /^(Id|activeLanguages)$/],
  ['i18n', /^\w+(\.\w+)*$/],
  ['userPermission', /^\w+$/],
  ['featureFlag', /^.+$/],
  ['cdsResource', /^.+$/],
  ['loader', /^.+$/],
  ['webstore', /^.+$/],
  ['internal', /^.+$/],
  ['commerce', /^.+$/],
]);
