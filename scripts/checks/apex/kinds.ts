/**
 * What a check outside of an org cannot know: members of packages that are installed there. Their names carry the
 * package's namespace, as in `other__Thing__c`; the platform allows no other name with two double underscores.
 */
const PACKAGED = /\b([a-z][a-z0-9_]*?)__\w+?__(?:c|r|e|x|b|mdt|pc|pr|kav)\b/gi;

/** Messages that may follow from a name that nothing is known of. */
const FOLLOWING =
  /does not exist|Invalid (type|loop|initial|constructor)|not defined|incorrect signature|Illegal (assignment|conversion)|Incompatible|compatible types|overriding|must implement|DML requires/i;

/** Visualforce components that a class builds at run time: the platform describes them nowhere. */
const COMPONENT = /\bcomponent\.\w+\.\w+/i;

/** Whether the text names a member of a package other than that of this namespace, which may be empty. */
export function namesPackage(text: string, namespace: string): boolean {
  const own = namespace.toLowerCase();
  return [...text.matchAll(PACKAGED)].some(([, found = '']) => found.toLowerCase() !== own);
}

/**
 * Whether an error with this message stands without an org at hand.
 *
 * @param isOpen the file, or what it uses, names members of installed packages
 */
export function isCertain(message: string, isOpen: boolean): boolean {
  return !COMPONENT.test(message) && (!isOpen || !FOLLOWING.test(message));
}
