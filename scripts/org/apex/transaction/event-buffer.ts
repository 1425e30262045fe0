/** Platform events a transaction published: numbered, kept for delivery with the commit, or at once where the event says so. */
import type { SObjectRecord } from '../../store/record.ts';
import type { Id, Raw } from '../../types.ts';
import { randomUUID } from 'node:crypto';
import type { OrgState, PublishedEvent } from './contract.ts';

export class EventBuffer {
  private readonly org: OrgState;
  private readonly waiting: PublishedEvent[] = [];
  private readonly immediate: PublishedEvent[] = [];

  constructor(org: OrgState) {
    this.org = org;
  }

  /** Takes events in; rows for their subscribers are part of the open database transaction. */
  publish(records: readonly SObjectRecord[], userId: Id): void {
    for (const record of records) {
      const event = this.number(record, userId);
      if (record.object.publishBehavior === 'PublishImmediately') this.immediate.push(event);
      else {
        this.waiting.push(event);
        queueEvent(this.org, event);
      }
    }
  }

  mark(): number {
    return this.waiting.length;
  }

  rollbackTo(mark: number): void {
    this.waiting.length = mark;
  }

  /** After the commit: everything is told. */
  committed(): void {
    this.flushImmediate();
    if (this.waiting.length > 0) this.org.eventsCommitted(this.waiting);
  }

  /** After a rollback: only events that do not wait for the commit are left. */
  rolledBack(): void {
    this.flushImmediate();
  }

  private flushImmediate(): void {
    if (this.immediate.length === 0) return;
    for (const event of this.immediate) queueEvent(this.org, event);
    this.org.eventsCommitted(this.immediate);
  }

  private number(record: SObjectRecord, userId: Id): PublishedEvent {
    const replayId = this.org.store.nextAutoNumber('OrgEvent', 'ReplayId');
    const createdDate = this.org.clock.now();
    const values: Record<string, Raw> = {
      ...record.values,
      ReplayId: String(replayId),
      CreatedDate: createdDate,
      CreatedById: userId,
    };
    if (record.object.field('EventUuid') !== undefined) values['EventUuid'] = randomUUID();
    return { object: record.object.name, replayId, createdDate, createdById: userId, values };
  }
}

function queueEvent(org: OrgState, event: PublishedEvent): void {
  if (org.program.triggersOf(event.object).length === 0) return;
  org.store.run('INSERT INTO "OrgEvent" ("Object", "UserId", "Payload") VALUES (?, ?, ?)', [
    event.object,
    event.createdById,
    JSON.stringify(event.values),
  ]);
}
