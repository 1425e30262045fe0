import { refusalOf } from 'c/refusal';

const TRIAL_LIMIT = { rule: 'TRIAL_LIMIT', text: 'Too long.', field: 'Expiration__c' };

describe('c-refusal', () => {
  it.each([
    { name: 'a refusal at a field', error: { body: { message: JSON.stringify(TRIAL_LIMIT) } }, refusal: TRIAL_LIMIT },
    {
      name: 'a refusal without field',
      error: { body: { message: '{"rule":"STALE","text":"Changed since."}' } },
      refusal: { rule: 'STALE', text: 'Changed since.', field: null },
    },
    {
      name: 'a platform error',
      error: { body: { message: 'Script-thrown exception' } },
      refusal: { rule: 'UNEXPECTED', text: 'Script-thrown exception', field: null },
    },
    {
      name: 'an error of the network',
      error: new Error('Failed to fetch'),
      refusal: { rule: 'UNEXPECTED', text: 'Failed to fetch', field: null },
    },
    {
      name: 'JSON that is no refusal',
      error: { body: { message: '{"a":1}' } },
      refusal: { rule: 'UNEXPECTED', text: '{"a":1}', field: null },
    },
    {
      name: 'nothing at all',
      error: undefined,
      refusal: { rule: 'UNEXPECTED', text: 'c.Refusal_Unknown', field: null },
    },
  ])('reads $name', ({ error, refusal }) => {
    expect(refusalOf(error)).toEqual(refusal);
  });
});
