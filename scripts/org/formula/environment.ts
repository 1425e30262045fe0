/** What a formula reads while it is evaluated. */
import type { Raw } from '../types.ts';

export interface FormulaEnv {
  /** Stored or formula field by its path from the record, names as `references` reports them. */
  value(path: string): Raw;
  /** The same before this save; the current value for a new record. */
  prior(path: string): Raw;
  readonly isNew: boolean;
  /** Epoch milliseconds of the org's clock. */
  now(): number;
  /** IANA zone of the running user. */
  readonly timeZone: string;
  /** `$User.Username`, `$Permission.Bypass`, `$Setup.Settings__c.Limit__c`, ...: the path with its `$` name. */
  global(path: string): Raw;
}
