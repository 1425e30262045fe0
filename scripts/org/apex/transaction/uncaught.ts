/** Errors on their way out of Apex: the org's own errors become Apex exceptions, and an exception becomes text and stack. */
import { OrgError } from '../../types.ts';
import { ApexException } from '../runtime/values/exception.ts';

/** `OrgError` → `QueryException` or `DmlException`-like exception; everything else stays as it is. */
export function orgErrorToApex(error: unknown, typeName = 'QueryException'): unknown {
  if (!(error instanceof OrgError)) return error;
  const denied = /^Access to entity '.*' denied$/.test(error.message);
  return new ApexException(denied ? 'SecurityException' : typeName, error.message);
}

export interface UncaughtError {
  /** Canonical type name, for example `System.NullPointerException`. */
  readonly type: string;
  readonly message: string;
  readonly stackTrace: string;
  /** 1-based Apex line, or `null`. */
  readonly line: number | null;
  readonly isUser: boolean;
}

/** What a caller outside of Apex is told. Errors of the local org itself keep their own name, so that they are seen as such. */
export function describeError(error: unknown): UncaughtError {
  if (error instanceof ApexException) {
    const type = error.isPlatform && !error.apexType.includes('.') ? `System.${error.apexType}` : error.apexType;
    return {
      type,
      message: error.message ?? 'Script-thrown exception',
      stackTrace: error.apexStack ?? '',
      line: error.line,
      isUser: !error.isPlatform,
    };
  }
  if (error instanceof OrgError) {
    return {
      type: `System.${error.code}`,
      message: error.message,
      stackTrace: '',
      line: error.line ?? null,
      isUser: false,
    };
  }
  const internal = error instanceof Error ? error : new Error(String(error));
  return {
    type: 'System.UnexpectedException',
    message: internal.message,
    stackTrace: internal.stack ?? '',
    line: null,
    isUser: false,
  };
}

/** `System.NullPointerException: Attempt to de-reference a null object`. */
export function errorText(error: unknown): string {
  const told = describeError(error);
  return `${told.type}: ${told.message}`;
}
