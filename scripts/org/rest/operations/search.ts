/** `search?q=FIND …`: SOSL. */
import { OrgError } from '../../types.ts';
import type { Operation } from '../call.ts';
import { json } from '../message.ts';
import { recordJson } from '../record-json.ts';

export const search: Operation = (call) => {
  const text = call.query.get('q');
  if (text === null || text.trim() === '')
    throw new OrgError('MALFORMED_SEARCH', 'A search string has to be specified');
  const found = call.hosted.org.execute(call.userId, (transaction) =>
    transaction.sosl(text, {}, { mode: 'user', sharing: true }),
  );
  return json({ searchRecords: found.flat().map((record) => recordJson(record, call.dataPath)) });
};
