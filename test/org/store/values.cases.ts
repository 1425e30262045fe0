/** One value of every field type that must come back as it went in. */
import type { Raw } from '../../../scripts/org/types.ts';

const set =
  '<valueSet><valueSetDefinition><sorted>false</sorted><value><fullName>A</fullName><default>false</default><label>A</label></value></valueSetDefinition></valueSet>';

export interface ValueCase {
  readonly type: string;
  readonly more: string;
  readonly values: readonly Raw[];
}

export const VALUE_CASES: readonly ValueCase[] = [
  { type: 'Checkbox', more: '<defaultValue>false</defaultValue>', values: [true, false] },
  { type: 'Currency', more: '<precision>18</precision><scale>2</scale>', values: [12.34, -1, 0, null] },
  { type: 'Date', more: '', values: ['2026-02-28', null] },
  { type: 'DateTime', more: '', values: [1_772_000_000_123, 0, -1, null] },
  { type: 'Time', more: '', values: [86_399_999, 0, null] },
  { type: 'Email', more: '', values: ['A@b.example', null] },
  { type: 'Number', more: '<precision>18</precision><scale>0</scale>', values: [99_000_000, -1, 0.5, null] },
  { type: 'Percent', more: '<precision>5</precision><scale>2</scale>', values: [33.33, null] },
  { type: 'Phone', more: '', values: ['+1 555', '0123', null] },
  { type: 'Picklist', more: set, values: ['A', null] },
  { type: 'MultiselectPicklist', more: `${set}<visibleLines>3</visibleLines>`, values: ['A;B', null] },
  { type: 'Text', more: '<length>80</length>', values: ['007', '1e3', 'O\'Hara "x" \n ümlaut 🚀', null] },
  { type: 'TextArea', more: '', values: ['two\nlines', null] },
  {
    type: 'LongTextArea',
    more: '<length>32768</length><visibleLines>3</visibleLines>',
    values: ['x'.repeat(30_000), null],
  },
  { type: 'Html', more: '<length>32768</length><visibleLines>3</visibleLines>', values: ['<b>x</b>', null] },
  { type: 'Url', more: '', values: ['https://example.com/?a=1', null] },
  { type: 'Lookup', more: '<referenceTo>Account</referenceTo>', values: ['001000000000001EAA', null] },
];
