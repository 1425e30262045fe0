/** Exceptions: platform ones by type name, and the base class of those that Apex code defines. */
import type { RecordError } from '../../../store/record.ts';
import { userClassOf } from '../../invoke.ts';
import { ApexObject } from './object.ts';

/** Cannot be caught by Apex: limits and failed assertions end the transaction. */
const UNCATCHABLE = new Set(['LimitException', 'AssertException']);

export class ApexException extends ApexObject {
  readonly typeName: string;
  message: string | null;
  cause: ApexException | null;
  /** JavaScript stack; `emit` maps it to Apex lines. */
  declare stack?: string;
  /** Apex line the emitter or the runner resolved, 1-based; `null` until then. */
  line: number | null = null;
  /** Apex stack text that the emitter or the runner resolved. */
  apexStack: string | null = null;
  constructor(typeName: string, message: string | null = null, cause: ApexException | null = null) {
    super();
    this.typeName = typeName;
    this.message = message;
    this.cause = cause;
    Object.defineProperty(this, 'stack', { value: undefined, writable: true, enumerable: false, configurable: true });
    Error.captureStackTrace(this);
  }

  override get apexType(): string {
    return this.typeName;
  }

  /** True where `catch` must let it pass. */
  get uncatchable(): boolean {
    return UNCATCHABLE.has(this.typeName);
  }

  /** What a Lightning component is told. */
  get componentMessage(): string | null {
    return this.message;
  }

  /** `System.NullPointerException: Attempt to de-reference a null object`; user exceptions go without `System.`. */
  override apexString(): string {
    const name = this.isPlatform ? `System.${this.typeName}` : this.typeName;
    return this.message === null ? name : `${name}: ${this.message}`;
  }

  get isPlatform(): boolean {
    return true;
  }

  override toString(): string {
    return this.apexString();
  }
}

/** Base of `class X extends Exception` in Apex: the four built-in constructors, with the message and the cause optional. */
export class UserException extends ApexException {
  constructor(message: string | ApexException | null = null, cause: ApexException | null = null) {
    const isCause = message instanceof ApexException;
    super('', isCause ? message.message : message, isCause ? message : cause);
  }

  override get apexType(): string {
    const type = this.constructor as unknown as { apexName?: string; name: string };
    return userClassOf(this)?.name ?? type.apexName ?? type.name;
  }

  override get isPlatform(): boolean {
    return false;
  }

  override apexString(): string {
    return this.message === null ? this.apexType : `${this.apexType}: ${this.message}`;
  }
}

/** One refused row of a DML statement. */
export interface DmlRow {
  readonly index: number;
  readonly id: string | null;
  readonly error: RecordError;
  /** Object of the row, where it is known. */
  readonly object?: string;
}

export class DmlException extends ApexException {
  readonly rows: readonly DmlRow[];
  constructor(message: string, rows: readonly DmlRow[]) {
    super('DmlException', message);
    this.rows = rows;
  }

  /** The exception of an all-or-none statement, in the platform's words. `operation` is for example `Insert`. */
  static ofRows(operation: string, rows: readonly DmlRow[]): DmlException {
    const first = rows[0];
    if (!first) return new DmlException(`${operation} failed.`, rows);
    const name = operation.charAt(0).toUpperCase() + operation.slice(1);
    const where = first.id === null ? '' : ` with id ${first.id}`;
    const { statusCode, message, fields } = first.error;
    const text = `${name} failed. First exception on row ${first.index}${where}; first error: ${statusCode}, ${message}: [${fields.join(', ')}]`;
    return new DmlException(text, rows);
  }
}

/** Constructor of a platform exception by type name; `throwException('NullPointerException', '...')` throws one. */
export function exception(
  typeName: string,
  message: string | null = null,
  cause: ApexException | null = null,
): ApexException {
  return new ApexException(typeName, message, cause);
}

export function throwException(typeName: string, message: string | null = null): never {
  throw new ApexException(typeName, message);
}

export function throwNull(): never {
  throw new ApexException('NullPointerException', 'Attempt to de-reference a null object');
}

/** For a null argument of a platform method. */
export function requireArgument<T>(value: T | null | undefined, name = 'Argument'): T {
  if (value === null || value === undefined) throw new ApexException('NullPointerException', `${name} cannot be null.`);
  return value;
}
