/** API names: which belong to the project, and which to somebody's package. */

const SUFFIX =
  /__(c|mdt|e|b|x|kav|r|pc|s|latitude__s|longitude__s|share|history|feed|changeevent|tag|hd|dlm|dll|dmo)$/i;

/** Name without its suffix, for example `License` of `License__c`. */
export function bareName(name: string): string {
  return name.replace(SUFFIX, '');
}

/** Whether a name carries a custom suffix such as `__c`. */
export function isCustomName(name: string): boolean {
  return SUFFIX.test(name);
}

/** Lookup key: lower case, without the prefix of the project's own namespace. */
export function keyOf(name: string, namespace: string | undefined): string {
  const key = name.toLowerCase();
  const prefix = namespace ? `${namespace.toLowerCase()}__` : '';
  return prefix && key.startsWith(prefix) ? key.slice(prefix.length) : key;
}

/** Whether the name belongs to another namespace: nothing can be said of it here. */
export function isForeign(name: string, namespace: string | undefined): boolean {
  const bare = bareName(keyOf(name, namespace));
  return /^[a-z]\w*?__\w/i.test(bare) || /^[a-z]\w*\.\w/i.test(bare);
}
