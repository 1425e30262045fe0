/** What an engine of Code Analyzer reports, in plain data that can be kept in a file. */
export interface Violation {
  /** Name of the engine, for example `pmd`. */
  readonly engine: string;
  readonly rule: string;
  /** 1 critical, 2 high, 3 moderate, 4 low, 5 info. */
  readonly severity: number;
  readonly tags: readonly string[];
  /** Path relative to the project, forward slashes. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
  /** One line. */
  readonly message: string;
}

/** Rule of a violation that stands for something the engine itself could not do: a crash, a time-out, a file it cannot read. */
export const ENGINE_FAILURE = 'EngineFailure';

/** The last severity that is reported; rules about security count one step further than the others. */
const LAST_SERIOUS = 2;
const LAST_SERIOUS_FOR_SECURITY = 3;
const SECURITY_TAGS: ReadonlySet<string> = new Set(['Security', 'AppExchange']);

/** Whether the gate reports it: severity 1 and 2 of every rule, and 3 where the rule is about security. */
export function isReported(violation: Violation): boolean {
  const isAboutSecurity = violation.tags.some((tag) => SECURITY_TAGS.has(tag));
  return violation.severity <= (isAboutSecurity ? LAST_SERIOUS_FOR_SECURITY : LAST_SERIOUS);
}
