/** Object permissions: which ones depend on which others, and which objects have none. */
import { isCustomName } from '../project/names.ts';
import type { MetadataFile } from '../project/project.ts';
import { childOf, childrenOf, isTrue, valueOf } from '../xml/element.ts';
import type { XmlElement } from '../xml/element.ts';
import { complain, needObject } from './context.ts';
import type { RuleContext } from './context.ts';
import { isPackagedSet } from './permissions.ts';

/** What each permission needs beside it. */
const DEPENDS: Readonly<Record<string, readonly string[]>> = {
  allowCreate: ['allowRead'],
  allowEdit: ['allowRead'],
  allowDelete: ['allowRead', 'allowEdit'],
  viewAllRecords: ['allowRead'],
  modifyAllRecords: ['allowRead', 'allowEdit', 'allowDelete', 'viewAllRecords'],
};

const NAMES: Readonly<Record<string, string>> = {
  allowCreate: 'Create',
  allowRead: 'Read',
  allowEdit: 'Edit',
  allowDelete: 'Delete',
  viewAllRecords: 'View All',
  modifyAllRecords: 'Modify All',
};

const NONE_OF_EVENTS = ['allowEdit', 'allowDelete', 'viewAllRecords', 'modifyAllRecords'];

export function checkObjectPermissions(context: RuleContext, file: MetadataFile): void {
  const entries = childrenOf(file.root, 'objectPermissions');
  const readable = new Set(
    entries
      .filter((entry) => isTrue(entry, 'allowRead'))
      .map((entry) => context.project.key(valueOf(entry, 'object') ?? '')),
  );
  for (const entry of entries) {
    const object = childOf(entry, 'object');
    if (!object || !needObject(context, file, object, object.text)) continue;
    checkDependencies(context, file, entry, object.text);
    checkKind(context, file, entry, object);
    if (isTrue(entry, 'allowRead')) checkParents(context, file, object, readable);
    if (isPackagedSet(context, file) && !isCustomName(object.text)) {
      complain(
        context,
        file,
        object,
        `A packaged permission set cannot grant permissions on standard objects: ${object.text} is dropped at install.`,
      );
    }
  }
}

function checkDependencies(context: RuleContext, file: MetadataFile, entry: XmlElement, object: string): void {
  // Rows of big objects are never edited.
  if (context.project.objects.object(object)?.kind === 'big') return;
  for (const [name, needed] of Object.entries(DEPENDS)) {
    const element = childOf(entry, name);
    if (element?.text !== 'true') continue;
    const missing = needed.filter((other) => !isTrue(entry, other));
    if (missing.length === 0) continue;
    const list = missing.map((other) => `${NAMES[other] ?? other} ${object}`).join(', ');
    complain(context, file, element, `Permission ${NAMES[name] ?? name} ${object} depends on permission(s): ${list}.`);
  }
}

function checkKind(context: RuleContext, file: MetadataFile, entry: XmlElement, object: XmlElement): void {
  const kind = context.project.objects.object(object.text)?.kind;
  if (kind === 'metadata' || kind === 'setting') {
    const element = kind === 'metadata' ? 'customMetadataTypeAccesses' : 'customSettingAccesses';
    complain(
      context,
      file,
      object,
      `${object.text} has no object permissions: access to it is granted by <${element}>.`,
    );
  }
  if (kind !== 'event') return;
  for (const name of NONE_OF_EVENTS) {
    const element = childOf(entry, name);
    if (element?.text === 'true') {
      complain(
        context,
        file,
        element,
        `Events are only read and created: ${object.text} has no permission ${NAMES[name] ?? name}.`,
      );
    }
  }
}

/** Whoever reads a detail record must be able to read its master. */
function checkParents(
  context: RuleContext,
  file: MetadataFile,
  object: XmlElement,
  readable: ReadonlySet<string>,
): void {
  const fields = context.project.objects.object(object.text)?.parts.get('fields')?.values() ?? [];
  for (const { element } of fields) {
    const parent = valueOf(element, 'type') === 'MasterDetail' ? valueOf(element, 'referenceTo') : undefined;
    if (parent === undefined || readable.has(context.project.key(parent))) continue;
    if (!context.project.objects.object(parent)?.file && isCustomName(parent)) continue;
    if (isPackagedSet(context, file) && !isCustomName(parent)) continue;
    complain(context, file, object, `Permission Read ${object.text} depends on permission(s): Read ${parent}.`);
  }
}
