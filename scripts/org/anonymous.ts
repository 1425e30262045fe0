/** Anonymous Apex: compiled against the org's classes, run as one transaction, told in the shape of `executeAnonymous`. */
import type { Id } from './types.ts';
import type { AnonymousOutcome, OrgState } from './apex/transaction/contract.ts';
import { runTransaction } from './apex/transaction/run.ts';
import { describeError } from './apex/transaction/uncaught.ts';
import type { Code } from './code.ts';
import { compileAnonymous } from './code.ts';

/** Never throws for what the block does; its debug log is part of the outcome. */
export function runAnonymous(org: OrgState, code: Code, text: string, userId: Id): AnonymousOutcome {
  const { unit, problem } = compileAnonymous(text, code, org.schema);
  const none = {
    compileProblem: null,
    exceptionMessage: null,
    exceptionStackTrace: null,
    line: -1,
    column: -1,
    log: '',
  };
  if (unit === null) {
    const place = { line: problem?.line ?? -1, column: problem?.column ?? -1 };
    return {
      ...none,
      compiled: false,
      success: false,
      compileProblem: problem?.message ?? 'The block does not compile',
      ...place,
    };
  }
  const lines: string[] = [];
  try {
    runTransaction(org, { userId, label: 'AnonymousBlock' }, (transaction) => {
      try {
        org.program.runAnonymous(unit);
      } finally {
        for (const line of transaction.logLines)
          lines.push(`${new Date(line.at).toISOString()}|USER_DEBUG|${line.level}|${line.message}`);
      }
    });
    return { ...none, compiled: true, success: true, log: lines.join('\n') };
  } catch (error) {
    const told = describeError(error);
    const message = `${told.type}: ${told.message}`;
    const log = [...lines, message].join('\n');
    const place = { line: told.line ?? -1, column: told.line === null ? -1 : 1 };
    return {
      ...none,
      compiled: true,
      success: false,
      exceptionMessage: message,
      exceptionStackTrace: told.stackTrace,
      log,
      ...place,
    };
  }
}
