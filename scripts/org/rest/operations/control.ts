/** The local org's own endpoints under `/__org__`, for its administrator alone; a real org has nothing like them. */
import { OrgError } from '../../types.ts';
import { advanceTo, drainAll } from '../../control/advance.ts';
import { durationMs } from '../../control/clock.ts';
import type { Call, Operation } from '../call.ts';
import { invalidSession } from '../errors.ts';
import { objectBody, optionalText } from '../json-body.ts';
import { readDateTime } from '../instants.ts';
import { json } from '../message.ts';
import { activeUsers } from '../users.ts';

function adminOnly(run: Operation): Operation {
  return (call) => {
    if (call.userId !== call.hosted.adminId) throw invalidSession();
    return run(call);
  };
}

function clockJson(call: Call): Record<string, unknown> {
  const { org } = call.hosted;
  const due = org.nextDue();
  return { now: new Date(org.clock.now()).toISOString(), nextDue: due === null ? null : new Date(due).toISOString() };
}

export const getClock = adminOnly((call) => json(clockJson(call)));

/** `{advance: "31d"}` or `{set: "2026-01-31T00:00:00Z"}`. */
export const moveClock = adminOnly((call) => {
  const body = objectBody(call.request);
  const advance = optionalText(body['advance'], 'advance');
  const set = optionalText(body['set'], 'set');
  const { clock, org } = call.hosted;
  const by = advance === undefined ? undefined : durationMs(advance);
  if (advance !== undefined && by === undefined)
    throw new OrgError('INVALID_DURATION', `advance must look like 31d, 12h or 1d12h, not ${advance}`);
  const at = set === undefined ? undefined : readDateTime(set);
  if (set !== undefined && at === undefined)
    throw new OrgError('INVALID_DATE', `set must be an ISO date or date-time, not ${set}`);
  const target = by === undefined ? at : clock.now() + by;
  if (target === undefined) throw new OrgError('REQUIRED_FIELD_MISSING', 'advance or set is required');
  const { ran } = advanceTo(org, clock, target);
  return json({ ...clockJson(call), ran });
});

/** Runs what is due now, without moving time. */
export const drain = adminOnly((call) => {
  let ran = 0;
  while (call.hosted.tasks.runNext()) ran += 1;
  return json({ ran: ran + drainAll(call.hosted.org) });
});

export const reset = adminOnly((call) => {
  call.hosted.lifecycle.reset(
    optionalText(call.request.body.length === 0 ? undefined : objectBody(call.request)['snapshot'], 'snapshot'),
  );
  return json({ reset: true });
});

export const snapshot = adminOnly((call) => {
  const name = optionalText(objectBody(call.request)['name'], 'name') ?? '';
  if (!/^[A-Za-z0-9][\w-]{0,60}$/.test(name))
    throw new OrgError('INVALID_NAME', 'name must be letters, digits, _ and -');
  return json({ file: call.hosted.lifecycle.snapshot(name) }, 201);
});

export const shutdown = adminOnly((call) => {
  call.hosted.lifecycle.shutdown();
  return json({ stopping: true });
});

export const log = adminOnly((call) =>
  json({ requests: call.hosted.log.latest(200), emails: call.hosted.org.sentEmails().slice(-50) }),
);

export const users = adminOnly((call) =>
  json(
    activeUsers(call.hosted.org, call.hosted.adminId).map(({ id, username, name, profile }) => ({
      id,
      username,
      name,
      profile,
    })),
  ),
);
