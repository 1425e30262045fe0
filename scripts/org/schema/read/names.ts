/** Names as the org knows them: the org's namespace goes before custom developer names that have none. */

const SUFFIXES = 'c|r|e|b|x|mdt|Share|History|Feed|ChangeEvent|kav|pc';
const CUSTOM = new RegExp(`^(?:([A-Za-z][A-Za-z0-9]*)__)?([A-Za-z](?:[A-Za-z0-9]|_(?!_))*)__(${SUFFIXES})$`);

/** `License__c` → `openlma__License__c`; names with a namespace and standard names stay. */
export function qualify(name: string, namespace: string | undefined): string {
  if (!namespace) return name;
  const match = CUSTOM.exec(name);
  if (!match || match[1] !== undefined) return name;
  return `${namespace}__${name}`;
}

/** Every part of `Object.Field`. */
export function qualifyPath(path: string, namespace: string | undefined): string {
  return path
    .split('.')
    .map((part) => qualify(part, namespace))
    .join('.');
}

export function isCustomName(name: string): boolean {
  return CUSTOM.test(name);
}

/** `License__c` → `License__r`. */
export function relationshipOf(fieldName: string): string {
  return fieldName.replace(/__c$/, '__r');
}
