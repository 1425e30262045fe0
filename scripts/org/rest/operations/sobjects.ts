/** Describe resources. */
import type { Operation } from '../call.ts';
import { describeObject, describeSummary } from '../describe.ts';
import { json } from '../message.ts';
import { objectOf } from './records.ts';

export const listObjects: Operation = (call) => {
  const { schema, rules } = call.hosted.org;
  const visible = schema.objects.filter(
    (object) => object.kind !== 'tooling' && rules.object(call.userId, object).read,
  );
  const sobjects = visible.map((object) => describeSummary(object, rules, call.userId, call.dataPath));
  return json({ encoding: 'UTF-8', maxBatchSize: 200, sobjects });
};

export const objectInfo: Operation = (call) =>
  json({
    objectDescribe: describeSummary(objectOf(call), call.hosted.org.rules, call.userId, call.dataPath),
    recentItems: [],
  });

export const describe: Operation = (call) =>
  json(describeObject(objectOf(call), call.hosted.org.rules, call.userId, call.dataPath));
