/** API names that stand as text in a component's script: they do not get a namespace, and no tool follows them. */
import type { Finding } from '../finding.ts';
import { GATE } from './imports.ts';

const NAME = /(['"`])((?:\w+\.)*\w+__(?:c|r|e|mdt|kav)(?:\.\w+)*)\1/g;
const MODULE = /^\s*(?:import|export)\b|\bfrom\s*$|\bimport\(\s*$/;
/** The one file that derives names from the namespace. */
const EXEMPT = /(?:^|\/)namespace\.[jt]s$/;

export function checkApiLiterals(file: string, text: string): Finding[] {
  if (EXEMPT.test(file)) return [];
  return text.split('\n').flatMap((line, index) =>
    [...line.matchAll(NAME)]
      .filter((match) => !MODULE.test(line.slice(0, match.index)) && !/^\s*(?:\*|\/\/)/.test(line))
      .map((match) => ({
        file,
        line: index + 1,
        column: match.index + 1,
        gate: GATE,
        message: `${match[2] ?? ''} is an API name as text: import it from @salesforce/schema`,
      })),
  );
}
