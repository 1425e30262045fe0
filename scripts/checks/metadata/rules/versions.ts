/** API versions: stated where the type wants one, and one that exists. */
import { TOP } from '../report.ts';
import { descendants } from '../xml/element.ts';
import type { RuleContext } from './context.ts';
import { complain } from './context.ts';

/** Versions up to 30 were retired. */
const OLDEST = 31;
const NEWEST = 67;

export function checkVersions(context: RuleContext): void {
  const stated = context.project.description.sourceApiVersion;
  if (stated !== undefined) {
    const problem = problemOf(String(stated));
    if (problem)
      context.report.add('sfdx-project.json', lineOf(context, 'sourceApiVersion'), `sourceApiVersion ${problem}`);
  }
  for (const file of context.project.files) {
    for (const element of descendants(file.root)) {
      if (element.name !== 'apiVersion') continue;
      const problem = problemOf(element.text);
      if (problem) complain(context, file, element, `apiVersion ${problem}`);
    }
    if (file.type === 'LightningComponentBundle' && !file.root.children.some(({ name }) => name === 'apiVersion')) {
      context.report.add(file.path, file.root, 'The component states no <apiVersion>.');
    }
  }
}

function problemOf(text: string): string | undefined {
  // What is no number at all is reported with the shape of the file.
  if (!/^\d+(\.\d+)?$/.test(text)) return undefined;
  const version = Number(text);
  if (!Number.isInteger(version))
    return `${text} does not exist: versions are whole, such as ${Math.trunc(version)}.0.`;
  if (version < OLDEST) return `${text} is too old: versions before ${OLDEST}.0 were retired.`;
  if (version > NEWEST) return `${text} does not exist yet: the newest is ${NEWEST}.0.`;
  return undefined;
}

function lineOf({ project }: RuleContext, word: string): { line: number; column: number } {
  const lines = project.text('sfdx-project.json').split('\n');
  const index = lines.findIndex((line) => line.includes(`"${word}"`));
  return index < 0 ? TOP : { line: index + 1, column: (lines[index]?.indexOf('"') ?? 0) + 1 };
}
