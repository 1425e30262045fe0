/** The facts of every class and trigger of a project. */
import type { ApexFacts } from './apex-facts.ts';
import { contentKey, ResultCache } from './cache.ts';
import type { ProjectFiles } from './files.ts';

export interface ApexFile {
  /** Relative to the project. */
  readonly file: string;
  /** File name without its ending. */
  readonly name: string;
  readonly facts: ApexFacts;
}

/** Raise it with every change of what `readApex` gives. */
const VERSION = '1';

/** The parser is loaded only where a file is not known yet. */
export async function apexFiles(project: ProjectFiles): Promise<ApexFile[]> {
  const cache = new ResultCache<ApexFacts>(project.root, 'apex-facts', VERSION);
  const found: ApexFile[] = [];
  for (const file of project.files) {
    const match = /([^/]+)\.(cls|trigger)$/.exec(file);
    if (match === null) continue;
    const kind = match[2] === 'cls' ? 'class' : 'trigger';
    const text = project.read(file);
    const key = contentKey(kind, text);
    let facts = cache.get(key);
    if (facts === undefined) {
      const { readApex } = await import('./read-apex.ts');
      facts = readApex(kind, text);
      cache.set(key, facts);
    }
    found.push({ file, name: match[1] ?? '', facts });
  }
  cache.save();
  return found;
}
