/** What the bulk commands share: figures and a table of items, one license a line. */
import { Args, Flags } from '@oclif/core';
import type { Connection } from '@salesforce/core';
import {
  advanceBulk,
  isUnderway,
  listBulkItems,
  waitForBulk,
  type BulkItem,
  type BulkOperation,
  type BulkStep,
} from '../../licenses/bulk.ts';
import { movementText } from '../../licenses/client.ts';
import { LicenseCommand } from '../license-command.ts';
import { TARGET_FLAGS } from '../target.ts';

const MINUTE_MS = 60_000;

export const OPERATION_ARGS = {
  operation: Args.string({ description: 'Number (BO-00001) or record id.', required: true }),
};

export const BULK_FLAGS = {
  rows: Flags.integer({ summary: 'Most licenses to list.', default: 100, min: 0 }),
  wait: Flags.integer({ summary: 'Most minutes to wait for the work in the background.', default: 10, min: 0 }),
  ...TARGET_FLAGS,
};

export interface BulkFlags {
  readonly rows: number;
  readonly wait: number;
  readonly namespace?: string | undefined;
}

export interface BulkAnswer {
  readonly status: number;
  readonly result: BulkOperation & { readonly items: readonly BulkItem[] };
  readonly warnings: readonly string[];
}

export abstract class BulkCommand extends LicenseCommand {
  /** Waits for the present step, prints figures and items. */
  protected async report(
    connection: Connection,
    reference: string,
    flags: BulkFlags & { readonly state?: string | undefined },
  ): Promise<BulkAnswer> {
    const { namespace, state } = flags;
    const operation = await waitForBulk(connection, reference, flags.wait * MINUTE_MS, { namespace });
    const items = flags.rows === 0 ? [] : await listBulkItems(connection, reference, flags.rows, { namespace, state });
    this.log(`${operation.name}  ${operation.change.action}  ${operation.state}: ${figuresOf(operation)}`);
    for (const item of items) this.log(lineOf(item));
    if (state === undefined && operation.total > items.length) {
      this.log(
        `… and ${operation.total - items.length} more: lma bulk show ${operation.name} --rows ${operation.total}`,
      );
    }
    const warnings = isUnderway(operation) ? [`It is still at work. Look again: lma bulk show ${operation.name}`] : [];
    for (const warning of warnings) this.log(warning);
    return { status: 0, result: { ...operation, items }, warnings };
  }

  /** Starts a step, waits for it, and reports; a license that was refused gives exit code 1. */
  protected async step(
    connection: Connection,
    reference: string,
    step: BulkStep,
    flags: BulkFlags,
  ): Promise<BulkAnswer> {
    await advanceBulk(connection, reference, step, flags);
    const answer = await this.report(connection, reference, flags);
    const { refused, notUndone } = answer.result;
    const status = (step === 'run' && refused > 0) || (step === 'undo' && notUndone > 0) ? 1 : 0;
    if (status !== 0) process.exitCode = status;
    return { ...answer, status };
  }
}

function figuresOf(operation: BulkOperation): string {
  const figures: readonly (readonly [number, string])[] = [
    [operation.allowed, 'allowed'],
    [operation.changed, 'changed'],
    [operation.undone, 'undone'],
    [operation.notUndone, 'not undone'],
    [operation.unchanged, 'unchanged'],
    [operation.refused, 'refused'],
  ];
  const told = figures.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return [`${operation.total} licenses`, ...told].join(', ');
}

function lineOf(item: BulkItem): string {
  const movement = item.before === null || item.after === null ? '' : movementText(item.before, item.after);
  const refusal = item.refusal === null ? movement : `${item.refusal.rule}: ${item.refusal.text}`;
  const warning = item.warning === null ? '' : `  (${item.warning})`;
  return `${item.name ?? '–'}  ${item.state.padEnd(10)}  ${refusal}${warning}`;
}
