/** Apex methods called by LWC: `@salesforce/apex/Class.method`. */
import { param } from '../call.ts';
import type { Operation } from '../call.ts';
import { objectBody } from '../json-body.ts';
import { json } from '../message.ts';

/** Arguments are the body; the answer is the value itself, or `error.body` with status 500 (400 where the class meant it). */
export const callApex: Operation = (call) => {
  const args = call.request.body.length === 0 ? {} : objectBody(call.request);
  const outcome = call.hosted.org.callAura(param(call, 'class'), param(call, 'method'), args, call.userId);
  if (outcome.ok) return json({ returnValue: outcome.value, cacheable: outcome.cacheable });
  return json({ body: outcome.error, status: 400 }, outcome.error.isUserDefinedException ? 400 : 500);
};
