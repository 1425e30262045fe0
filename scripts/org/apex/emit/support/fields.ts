/** Record members as emitted code reads and writes them; names are exact API names the compiler looked up. */
import type { SObjectRecord } from '../../../store/record.ts';
import {
  addError,
  childList,
  getField,
  getParent,
  newRecord,
  setField,
  setParent,
} from '../../runtime/values/sobject.ts';
import { throwNull } from '../../runtime/values/exception.ts';
import type { ApexException } from '../../runtime/values/exception.ts';

/** Text and ids: the stored value is the Apex value. */
function readText(record: SObjectRecord, name: string): unknown {
  const value = record.values[name];
  return value === undefined ? getField(record, name) : value;
}

function writeField(record: SObjectRecord, name: string, value: unknown): unknown {
  setField(record, name, value);
  return value;
}

function withField(record: SObjectRecord, name: string, value: unknown): SObjectRecord {
  setField(record, name, value);
  return record;
}

function writeParent(record: SObjectRecord, name: string, parent: SObjectRecord | null): SObjectRecord | null {
  setParent(record, name, parent);
  return parent;
}

function withParent(record: SObjectRecord, name: string, parent: SObjectRecord | null): SObjectRecord {
  setParent(record, name, parent);
  return record;
}

function fieldError(record: SObjectRecord | null, field: string, message: string | ApexException | null): void {
  addError(record ?? throwNull(), message, field);
}

export const fieldSupport = {
  readText,
  readField: getField,
  writeField,
  withField,
  parent: getParent,
  writeParent,
  withParent,
  children: childList,
  newRecord,
  fieldError,
};
