/** Code as metadata: names that must agree with the file, and labels and classes that code and markup name. */
import type { MetadataFile } from '../project/project.ts';
import type { Place } from '../xml/element.ts';
import { suggestion } from '../suggest.ts';
import type { RuleContext } from './context.ts';

export function checkCode(context: RuleContext): void {
  for (const file of context.project.ofType('ApexClass')) checkClass(context, file);
  for (const file of context.project.ofType('ApexTrigger')) checkTrigger(context, file);
  for (const path of context.project.paths) {
    if (/\.(cls|trigger)$/.test(path)) checkLabels(context, path);
    if (/\.(page|component|cmp|app)$/.test(path)) checkMarkup(context, path);
  }
}

/** Text with comments and literals blanked out, every character in its place. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'/g, (part) => part.replace(/[^\n]/g, ' '));
}

export function placeIn(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

function contentOf(file: MetadataFile): string {
  return file.path.slice(0, -'-meta.xml'.length);
}

function checkClass({ project, report }: RuleContext, file: MetadataFile): void {
  const path = contentOf(file);
  const text = withoutComments(project.text(path));
  const match = /\b(class|interface|enum)\s+(\w+)/i.exec(text);
  if (!match) return;
  const [whole, word = '', name = ''] = match;
  if (name.toLowerCase() === file.name.toLowerCase()) return;
  const place = placeIn(text, match.index + whole.length - name.length);
  report.add(path, place, `The ${word.toLowerCase()} is named ${name}, but its file ${file.name}.cls.`);
}

function checkTrigger({ project, report }: RuleContext, file: MetadataFile): void {
  const path = contentOf(file);
  const text = withoutComments(project.text(path));
  const match = /\btrigger\s+(\w+)\s+on\s+(\w+)/i.exec(text);
  if (!match) return;
  const [whole, name = '', object = ''] = match;
  if (name.toLowerCase() !== file.name.toLowerCase()) {
    const place = placeIn(text, match.index + whole.indexOf(name, 'trigger'.length));
    report.add(path, place, `The trigger is named ${name}, but its file ${file.name}.trigger.`);
  }
  const near = suggestion(object, project.objects.names());
  const standing = project.objects.standing(object);
  if (standing === 'missing' || (standing === 'unknown' && !project.isForeign(object) && near !== '')) {
    report.add(
      path,
      placeIn(text, match.index + whole.length - object.length),
      `Object ${object} does not exist.${near}`,
    );
  }
}

/** `System.Label.Name`; the short form can be a variable. */
function checkLabels({ project, report }: RuleContext, path: string): void {
  const text = withoutComments(project.text(path));
  for (const match of text.matchAll(/\bSystem\.Label\.(\w+)(?:\.(\w+))?/gi)) {
    const [whole, first = '', second] = match;
    const name = second !== undefined && first === project.namespace ? second : first;
    if (second !== undefined && name === first && project.find('CustomLabel', first) === undefined) continue;
    if (project.standing('CustomLabel', name) !== 'missing') continue;
    const hint = suggestion(name, project.namesOf('CustomLabel'));
    report.add(path, placeIn(text, match.index + whole.lastIndexOf(name)), `Label ${name} does not exist.${hint}`);
  }
}

/** Controllers and labels of Visualforce and Aura markup. */
function checkMarkup({ project, report }: RuleContext, path: string): void {
  const text = project.text(path).replace(/<!--[\s\S]*?-->/g, (part) => part.replace(/[^\n]/g, ' '));
  const need = (type: string, word: string, name: string, offset: number): void => {
    if (project.standing(type, name) !== 'missing') return;
    report.add(
      path,
      placeIn(text, offset),
      `${word} ${name} does not exist.${suggestion(name, project.namesOf(type))}`,
    );
  };
  const root = /<(apex:page|apex:component|aura:component|aura:application)\b[^>]*>/.exec(text);
  if (root) {
    for (const match of root[0].matchAll(/\b(controller|extensions)\s*=\s*"([^"{]*)"/g)) {
      let offset = root.index + match.index + match[0].lastIndexOf(match[2] ?? '');
      for (const part of (match[2] ?? '').split(',')) {
        const name = part.trim();
        if (name !== '' && !name.includes('.')) need('ApexClass', 'Apex class', name, offset + part.indexOf(name));
        offset += part.length + 1;
      }
    }
  }
  for (const expression of text.matchAll(/\{!([^}]*)\}/g)) {
    for (const match of (expression[1] ?? '').matchAll(/\$Label\.(\w+)(?:\.(\w+))?/g)) {
      const [whole, first = '', second] = match;
      const own = first === 'c' || first === project.namespace;
      if (second !== undefined && !own) continue;
      const name = own ? second : first;
      if (name === undefined || first === 'Site') continue;
      need('CustomLabel', 'Label', name, expression.index + 2 + match.index + whole.lastIndexOf(name));
    }
  }
}
