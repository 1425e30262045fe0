/** One `<fields>` element of an object file → field description. */
import { makeField, picklistValue } from '../field.ts';
import type { FieldSchema, PicklistValue } from '../model.ts';
import type { Problems, Read } from '../shape.ts';
import type { VALUE_SET_DEFINITION } from './field-shape.ts';
import { FIELD_TYPES } from './field-types.ts';
import type { FieldFile, FieldTypeRule } from './field-types.ts';
import { isCustomName, qualify, relationshipOf } from './names.ts';

/** What surrounds a field while it is read. */
export interface FieldContext {
  readonly objectName: string;
  readonly namespace?: string;
  readonly problems: Problems;
  readonly globalValueSets: ReadonlyMap<string, readonly PicklistValue[]>;
  /** Values of the standard field that a file restates (for example `Lead.LeadSource`). */
  standardField(name: string): FieldSchema | undefined;
}

/** Reads one field; `undefined` when a problem was added that leaves nothing to describe. */
export function readField(file: FieldFile, context: FieldContext): FieldSchema | undefined {
  const line = file.$line;
  const written = file.fullName;
  if (!written) {
    context.problems.add('Required field is missing: fullName', line);
    return undefined;
  }
  const place = `${context.objectName}.${written}`;
  if (!isCustomName(written)) return readStandardOverride(file, written, place, context);
  if (!file.type) {
    context.problems.add(`${place}: Required field is missing: type`, line);
    return undefined;
  }
  const rule = Object.hasOwn(FIELD_TYPES, file.type) ? FIELD_TYPES[file.type] : undefined;
  if (!rule) {
    context.problems.add(`${place}: Field type ${file.type} is not supported by the local org`, line);
    return undefined;
  }
  if (!file.label) context.problems.add(`${place}: Required field is missing: label`, line);
  checkElements(file, rule, place, context.problems);
  const name = qualify(written, context.namespace);
  return makeField({
    name,
    type: rule.type,
    label: file.label ?? written,
    custom: true,
    required: file.required ?? false,
    unique: file.unique ?? false,
    caseSensitive: file.caseSensitive ?? false,
    externalId: file.externalId ?? false,
    trackHistory: file.trackHistory ?? false,
    ...(file.defaultValue ? { defaultValue: file.defaultValue } : {}),
    ...(file.inlineHelpText ? { helpText: file.inlineHelpText } : {}),
    ...(file.description ? { description: file.description } : {}),
    ...(file.visibleLines === undefined ? {} : { visibleLines: file.visibleLines }),
    ...rule.properties?.(file),
    ...picklistProperties(file, place, context),
    ...referenceProperties(file, name, context.namespace),
    ...formulaProperties(file),
    permissionable: !(file.required ?? false) && file.type !== 'MasterDetail',
  });
}

function readStandardOverride(
  file: FieldFile,
  name: string,
  place: string,
  context: FieldContext,
): FieldSchema | undefined {
  const standard = context.standardField(name);
  if (!standard) {
    context.problems.add(`${place}: no such column; custom fields end in __c`, file.$line);
    return undefined;
  }
  const values = readValues(file, place, context);
  return {
    ...standard,
    trackHistory: file.trackHistory ?? standard.trackHistory,
    label: file.label ?? standard.label,
    ...(values ? { picklistValues: values } : {}),
  };
}

function checkElements(file: FieldFile, rule: FieldTypeRule, place: string, problems: Problems): void {
  const line = file.$line;
  const isFormula = file.formula !== undefined;
  if (isFormula && !rule.formula) problems.add(`${place}: a field of type ${file.type} cannot have a formula`, line);
  for (const needed of rule.needs ?? []) {
    const optional = isFormula && (needed === 'length' || needed === 'precision' || needed === 'scale');
    if (!optional && file[needed] === undefined) {
      problems.add(`${place}: Required field is missing: ${needed}`, line);
    }
  }
  if (file.type === 'Checkbox' && !isFormula && file.defaultValue === undefined) {
    problems.add(`${place}: Must specify 'defaultValue' for a CustomField of type Checkbox`, line);
  }
  const length = file.length;
  if (length !== undefined && rule.maximumLength !== undefined) {
    if (length > rule.maximumLength || length < (rule.minimumLength ?? 1)) {
      problems.add(`${place}: length must be between ${rule.minimumLength ?? 1} and ${rule.maximumLength}`, line);
    }
  }
  if ((file.scale ?? 0) > (file.precision ?? 18)) problems.add(`${place}: scale is greater than precision`, line);
  if ((file.precision ?? 0) > 18) problems.add(`${place}: precision must be 18 or less`, line);
  if (file.unique && !rule.unique)
    problems.add(`${place}: Can not specify 'unique' for a field of type ${file.type}`, line);
  if (file.externalId && !rule.externalId) {
    problems.add(`${place}: Can not specify 'externalId' for a field of type ${file.type}`, line);
  }
  if (file.required && (!rule.required || isFormula)) {
    problems.add(`${place}: Can not specify 'required' for a field of type ${file.type}`, line);
  }
  if (file.type === 'Lookup' && file.required && file.deleteConstraint === 'SetNull') {
    problems.add(`${place}: a required lookup cannot have the deleteConstraint SetNull`, line);
  }
}

function picklistProperties(file: FieldFile, place: string, context: FieldContext): Partial<FieldSchema> {
  const values = readValues(file, place, context);
  if (!values) return {};
  const controlling = file.valueSet?.controllingField;
  return {
    picklistValues: values,
    restrictedPicklist: file.valueSet?.restricted ?? file.valueSet?.valueSetName !== undefined,
    ...(controlling ? { controllingField: qualify(controlling, context.namespace) } : {}),
  };
}

function readValues(file: FieldFile, place: string, context: FieldContext): readonly PicklistValue[] | undefined {
  const set = file.valueSet;
  if (!set) return undefined;
  if (set.valueSetDefinition) return valuesOf(set.valueSetDefinition, place, context.problems);
  const global =
    set.valueSetName === undefined ? undefined : context.globalValueSets.get(set.valueSetName.toLowerCase());
  if (!global)
    context.problems.add(
      `${place}: In field: valueSet - no global value set named ${set.valueSetName ?? ''} found`,
      set.$line,
    );
  return global;
}

/** Values of a value set, in file order. */
export function valuesOf(
  definition: Read<typeof VALUE_SET_DEFINITION>,
  place: string,
  problems: Problems,
): PicklistValue[] {
  const seen = new Set<string>();
  return definition.value.flatMap((value) => {
    const name = value.fullName;
    if (!name) {
      problems.add(`${place}: a value without fullName`, value.$line);
      return [];
    }
    if (seen.has(name.toLowerCase())) problems.add(`${place}: Duplicate picklist value: ${name}`, value.$line);
    seen.add(name.toLowerCase());
    return [{ ...picklistValue(name, value.default ?? false, value.label ?? name), active: value.isActive ?? true }];
  });
}

function referenceProperties(file: FieldFile, name: string, namespace: string | undefined): Partial<FieldSchema> {
  if (!file.referenceTo) return {};
  const isMasterDetail = file.type === 'MasterDetail';
  const childName = file.relationshipName ? qualify(`${file.relationshipName}__r`, namespace) : undefined;
  return {
    referenceTo: [qualify(file.referenceTo, namespace)],
    relationshipName: relationshipOf(name),
    ...(childName ? { childRelationshipName: childName } : {}),
    masterDetail: isMasterDetail,
    deleteConstraint: isMasterDetail ? 'Cascade' : (file.deleteConstraint ?? (file.required ? 'Restrict' : 'SetNull')),
    ...(isMasterDetail ? { required: true, updateable: file.reparentableMasterDetail ?? false } : {}),
  };
}

function formulaProperties(file: FieldFile): Partial<FieldSchema> {
  if (file.formula === undefined) return {};
  return {
    formula: file.formula,
    formulaTreatBlanksAsZero: file.formulaTreatBlanksAs !== 'BlankAsBlank',
    createable: false,
    updateable: false,
    ...(file.type === 'Text' ? { length: 1300 } : {}),
  };
}
