import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isId, openStore, toId15, toId18 } from '../../../scripts/org/store/index.ts';

const FORMS: readonly { name: string; input: string; expected: string | undefined }[] = [
  { name: '15 characters with capitals', input: '001D000000IqhSL', expected: '001D000000IqhSLIAZ' },
  { name: 'digits only', input: '001000000000001', expected: '001000000000001AAA' },
  { name: 'already 18', input: '001D000000IqhSLIAZ', expected: '001D000000IqhSLIAZ' },
  { name: '18 in lower case', input: '001d000000iqhsliaz', expected: '001D000000IqhSLIAZ' },
  { name: 'too short', input: '001', expected: undefined },
  { name: 'a name of 15 characters with a blank', input: 'Hello World 123', expected: undefined },
  { name: '16 characters', input: '001D000000IqhSLI', expected: undefined },
];

describe('id forms', () => {
  for (const { name, input, expected } of FORMS) {
    it(name, () => assert.equal(toId18(input), expected));
  }
  it('check letters must fit', () => {
    assert.equal(isId('001D000000IqhSLIAZ'), true);
    assert.equal(isId('001D000000IqhSLIAY'), false);
    assert.equal(isId('001D000000IqhSL'), true);
  });
  it('15 characters are the first of the 18', () => assert.equal(toId15('001D000000IqhSLIAZ'), '001D000000IqhSL'));
});

describe('new ids', () => {
  it('rise, differ and are valid', () => {
    const store = openStore(':memory:');
    const ids = Array.from({ length: 10_000 }, () => store.nextId('a0X'));
    assert.equal(new Set(ids).size, ids.length);
    assert.deepEqual([...ids].sort(), ids);
    assert.ok(ids.every((id) => id.startsWith('a0X') && isId(id)));
    store.close();
  });
});
