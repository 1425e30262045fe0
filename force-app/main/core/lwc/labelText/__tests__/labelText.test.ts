import { fill } from 'c/labelText';

describe('c-label-text', () => {
  it.each([
    { label: '{0} of {1} used', values: [3, 10], text: '3 of 10 used' },
    { label: '{1} before {0}', values: ['b', 'a'], text: 'a before b' },
    { label: 'no place', values: ['x'], text: 'no place' },
    { label: '{0} and {1}', values: ['one'], text: 'one and {1}' },
    { label: '{0}', values: ['{1}', 'x'], text: '{1}' },
  ])('fills $label', ({ label, values, text }) => {
    expect(fill(label, ...values)).toBe(text);
  });
});
