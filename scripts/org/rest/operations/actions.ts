/** Invocable Apex actions: `actions/custom/apex/<Class>`. */
import { param } from '../call.ts';
import type { Operation } from '../call.ts';
import { listOf, objectBody, objectOf as asObject } from '../json-body.ts';
import { json } from '../message.ts';

export const invokeAction: Operation = (call) => {
  const inputs = listOf(objectBody(call.request)['inputs'], 'inputs').map((entry) => asObject(entry, 'inputs[]'));
  const outcomes = call.hosted.org.invokeAction(param(call, 'name'), inputs, call.userId);
  return json(outcomes, outcomes.some((entry) => !entry.isSuccess) ? 400 : 200);
};
