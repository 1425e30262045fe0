/** Base of the commands that talk to the package: an error says what to do, for people and with --json. */
import { Command } from '@oclif/core';

/** What to do about a code of the package or the platform. */
const ADVICE: Readonly<Record<string, string>> = {
  NOT_FOUND: 'See what there is: lma license list, lma license scheduled list <license>, lma bulk show <operation>.',
  NOT_PERMITTED:
    'Ask an admin for a permission set that allows it: LMA_License_Manager, LMA_Trial_Manager or LMA_Admin.',
  NOT_DESIGNATED: 'Work in the designated org, or designate this one in Setup.',
  STALE: 'Look at it again with lma license show, then ask once more.',
  UNABLE_TO_LOCK_ROW: 'Somebody else is changing it; ask once more.',
  TOO_MANY: 'Use lma bulk create with --org or --account.',
  NO_ACCOUNT: 'Link the license to an account first, or take --scope org.',
  WRONG_STATE: 'See its state with lma bulk show.',
  NOT_PLANNED: 'See what is still planned with lma license scheduled list.',
  PLAN_DATE: 'Name a later day with --on, or leave --on out.',
  TRIAL_LIMIT: 'Give courtesy access instead: lma license courtesy.',
  END_IN_PAST: 'To end access now, suspend: lma license suspend.',
  END_REQUIRED: 'Name the last day with --until or --days.',
  NO_END: 'To give it a last day: lma license modify --until.',
  INVALID_SESSION_ID: 'Log in again: sf org login web, or npm start for the local org.',
};

interface CommandError extends Error {
  readonly errorCode?: string;
  readonly oclif?: { readonly exit?: number };
  exitCode?: number;
}

/** @returns what to do about a code, or nothing where the message says it all */
export function adviceFor(code: string | undefined): string | undefined {
  return code === undefined ? undefined : ADVICE[code];
}

export abstract class LicenseCommand extends Command {
  static override enableJsonFlag = true;

  protected override async catch(error: CommandError): Promise<unknown> {
    error.exitCode = error.oclif?.exit ?? 1;
    const advice = adviceFor(error.errorCode);
    if (!this.jsonEnabled() && advice !== undefined) error.message = `${error.message}\n${advice}`;
    if (this.jsonEnabled()) process.exitCode = error.exitCode;
    return super.catch(error);
  }

  protected override toErrorJson(error: CommandError): unknown {
    const advice = adviceFor(error.errorCode);
    return {
      status: error.exitCode ?? 1,
      name: error.errorCode ?? error.name,
      message: error.message,
      actions: advice === undefined ? [] : [advice],
      warnings: [],
    };
  }
}
