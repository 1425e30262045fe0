/** The Apex API over SOAP: anonymous Apex with its debug log in the header. */
import { OrgError } from '../../types.ts';
import { userAdmin } from '../admin.ts';
import type { Operation } from '../call.ts';
import { textAt } from './envelope.ts';
import { answerSoap } from './soap-call.ts';
import type { SoapOperation } from './soap-call.ts';

const executeAnonymous: SoapOperation = (call, soap) => {
  userAdmin(call, 'AuthorApex');
  const code = textAt(soap.argument, 'String') ?? textAt(soap.argument, 'apexcode');
  if (code === undefined) throw new OrgError('REQUIRED_FIELD_MISSING', 'String is required');
  const { log, ...outcome } = call.hosted.org.runAnonymous(code, call.userId);
  return {
    result: {
      column: outcome.column,
      compileProblem: outcome.compileProblem,
      compiled: outcome.compiled,
      exceptionMessage: outcome.exceptionMessage,
      exceptionStackTrace: outcome.exceptionStackTrace,
      line: outcome.line,
      success: outcome.success,
    },
    header: { DebuggingInfo: { debugLog: log } },
  };
};

export const APEX_OPERATIONS: Readonly<Record<string, SoapOperation>> = { executeAnonymous };

export const apexSoap: Operation = (call) => answerSoap(call, 'apex', APEX_OPERATIONS);
