/** File names, folders and full names that must agree, and the files that belong together. */
import { registry } from '../tables/registry.ts';
import type { MetadataFile } from '../project/project.ts';
import { PART_ELEMENTS } from '../project/objects.ts';
import { isCustomName } from '../project/names.ts';
import { TOP } from '../report.ts';
import { suggestion } from '../suggest.ts';
import { childOf } from '../xml/element.ts';
import type { RuleContext } from './context.ts';
import { complain } from './context.ts';

/** Types whose text stands in a file of its own beside the `-meta.xml`, by suffix. */
const CONTENT_SUFFIXES: Readonly<Record<string, string>> = {
  cls: 'class',
  trigger: 'trigger',
  page: 'page',
  component: 'component',
  email: 'email template',
};

export function checkFileNames(context: RuleContext): void {
  for (const file of context.project.files) {
    checkSuffix(context, file);
    checkFolder(context, file);
    checkFullName(context, file);
  }
  checkPairs(context);
  checkObjectFiles(context);
}

function checkSuffix({ report }: RuleContext, file: MetadataFile): void {
  // Folders in metadata form have no suffix of their own.
  if (file.types.length > 0 || file.suffix === '') return;
  const known = [...registry().bySuffix.keys(), ...registry().childrenBySuffix.keys()].filter(Boolean);
  report.add(
    file.path,
    TOP,
    `.${file.suffix}-meta.xml is the suffix of no metadata type.${suggestion(file.suffix, known)}`,
  );
}

function checkFolder({ report }: RuleContext, file: MetadataFile): void {
  const folders = file.path.split('/').slice(0, -1);
  const child = registry().childrenBySuffix.get(file.suffix);
  if (child && child.parent.name !== 'CustomObject') return;
  if (child && child.type.name === file.type) {
    const own = folders.at(-1);
    if (own !== child.type.directoryName) {
      report.add(
        file.path,
        TOP,
        `A ${file.type} belongs into the folder ${child.type.directoryName} of its object, not into ${own ?? '.'}.`,
      );
    } else if (folders.at(-3) !== child.parent.directoryName) {
      report.add(
        file.path,
        TOP,
        `The folder ${own} of a ${file.type} belongs into ${child.parent.directoryName}/<name>.`,
      );
    }
    return;
  }
  if (file.type === 'CustomObject' && folders.at(-2) === 'objects' && folders.at(-1) !== file.name) {
    report.add(file.path, TOP, `The folder ${folders.at(-1) ?? ''} must have the name of its object, ${file.name}.`);
    return;
  }
  const types = file.types.flatMap((name) => registry().types.find((type) => type.name === name) ?? []);
  const homes = types.map((type) => type.directoryName);
  if (homes.length === 0 || homes.some((home) => folders.includes(home))) return;
  // Types that are not bound to their folder are found by their suffix, wherever they are.
  if (types.every((type) => type.strictDirectoryName === true)) {
    report.add(
      file.path,
      TOP,
      `A ${file.type} belongs into the folder ${homes.join(' or ')}, not into ${folders.at(-1) ?? '.'}.`,
    );
  }
}

/** Types that cannot be told apart without a full name in their text. */
const NAMED = new Set(Object.keys(PART_ELEMENTS));

function checkFullName(context: RuleContext, file: MetadataFile): void {
  const element = childOf(file.root, 'fullName');
  if (!element) {
    if (NAMED.has(file.type) && file.root.name === file.type) {
      context.report.add(file.path, file.root, `Required element <fullName> is missing in <${file.root.name}>.`);
    }
    return;
  }
  const same = element.text.toLowerCase() === file.name.toLowerCase();
  const strictCase = NAMED.has(file.type) && element.text !== file.name;
  if (same && !strictCase) return;
  if (!NAMED.has(file.type) && (element.text.includes('/') || element.text.includes('.'))) return;
  if (file.type === 'CustomField' && /^\w+\.\w+$/.test(element.text)) return;
  complain(context, file, element, `fullName ${element.text} does not match the file, which is named ${file.name}.`);
}

function checkPairs({ project, report }: RuleContext): void {
  const paths = new Set(project.paths);
  for (const file of project.paths) {
    const suffix = /\.(\w+)$/.exec(file)?.[1] ?? '';
    const word = CONTENT_SUFFIXES[suffix];
    const inBundle = /\/(aura|lwc|staticresources|experiences|documents)\//.test(file);
    if (word && !inBundle && !paths.has(`${file}-meta.xml`)) {
      const name = file.split('/').at(-1) ?? '';
      report.add(file, TOP, `The ${word} has no ${name}-meta.xml beside it.`);
    }
  }
  for (const file of project.files) {
    const content = file.path.slice(0, -'-meta.xml'.length);
    const word = CONTENT_SUFFIXES[file.suffix];
    if (word && !/\/(aura|lwc|staticresources|experiences|documents)\//.test(file.path) && !paths.has(content)) {
      report.add(file.path, TOP, `${content.split('/').at(-1) ?? ''} is missing beside its -meta.xml.`);
    }
  }
}

/** A custom object needs a file of its own, somewhere in the project. */
function checkObjectFiles({ project, report }: RuleContext): void {
  if (project.open) return;
  for (const object of project.objects.objects.values()) {
    if (object.file || !isCustomName(object.name) || project.isForeign(object.name)) continue;
    const parts = [...object.parts.values()].flatMap((named) => [...named.values()]);
    const first = parts.map(({ file }) => file.path).sort()[0];
    if (first === undefined) continue;
    report.add(first, TOP, `${object.name} has no ${object.name}.object-meta.xml: the object itself does not exist.`);
  }
}
