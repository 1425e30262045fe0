/** Tokens of objects and fields: one value per name, equal by name. */
import type { FieldSchema, ObjectSchema } from '../../schema/model.ts';
import { host } from '../host.ts';
import { throwException } from './values/exception.ts';
import { ApexObject } from './values/object.ts';

export class SObjectTypeToken extends ApexObject {
  static readonly apexName = 'Schema.SObjectType';
  readonly objectName: string;
  constructor(objectName: string) {
    super();
    this.objectName = objectName;
  }
  get object(): ObjectSchema {
    return host().schema.requireObject(this.objectName);
  }
  override apexKey(): string {
    return `\u0000s:${this.objectName}`;
  }
  override apexString(): string {
    return this.objectName;
  }
}

export class SObjectFieldToken extends ApexObject {
  static readonly apexName = 'Schema.SObjectField';
  readonly objectName: string;
  readonly fieldName: string;
  constructor(objectName: string, fieldName: string) {
    super();
    this.objectName = objectName;
    this.fieldName = fieldName;
  }
  get object(): ObjectSchema {
    return host().schema.requireObject(this.objectName);
  }
  get field(): FieldSchema {
    return (
      this.object.field(this.fieldName) ??
      throwException('SObjectException', `Invalid field ${this.fieldName} for ${this.objectName}`)
    );
  }
  override apexKey(): string {
    return `\u0000F:${this.objectName}.${this.fieldName}`;
  }
  override apexString(): string {
    return this.fieldName;
  }
}

const types = new Map<string, SObjectTypeToken>();
const fields = new Map<string, SObjectFieldToken>();

/** Token of an object by its exact API name. */
export function sobjectTypeOf(objectName: string): SObjectTypeToken {
  let token = types.get(objectName);
  if (!token) types.set(objectName, (token = new SObjectTypeToken(objectName)));
  return token;
}

/** Token of a field by exact API names. */
export function sobjectFieldOf(objectName: string, fieldName: string): SObjectFieldToken {
  const key = `${objectName}.${fieldName}`;
  let token = fields.get(key);
  if (!token) fields.set(key, (token = new SObjectFieldToken(objectName, fieldName)));
  return token;
}
