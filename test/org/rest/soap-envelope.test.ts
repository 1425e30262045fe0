import assert from 'node:assert/strict';
import { it } from 'node:test';
import { parseXml, readEnvelope, soapAnswer, soapFault, textAt } from '../../../scripts/org/rest/soap/envelope.ts';
import { OrgError } from '../../../scripts/org/types.ts';

const wrap = (body: string): string =>
  `<env:Envelope xmlns:env="e"><env:Header><SessionHeader><sessionId>00D!x</sessionId></SessionHeader></env:Header><env:Body>${body}</env:Body></env:Envelope>`;

it('reads operation, session and text with entities', () => {
  const call = readEnvelope(
    wrap('<m:executeAnonymous><String>a &lt; b &amp;&amp; c&#39;s&#10;</String></m:executeAnonymous>'),
  );
  assert.equal(call.operation, 'executeAnonymous');
  assert.equal(call.sessionId, '00D!x');
  assert.equal(textAt(call.argument, 'String'), "a < b && c's\n");
});

it('repeats lists, writes nulls as nil and escapes markup', () => {
  const { body } = soapAnswer('urn:x', { r: { result: [{ name: '<b>&"' }, { name: null }] } });
  assert.match(
    String(body),
    /<result><name>&lt;b&gt;&amp;&quot;<\/name><\/result><result><name xsi:nil="true"\/><\/result>/,
  );
});

it('answers a fault with the code and without markup of the caller', () => {
  const { status, body } = soapFault(new OrgError('INVALID_TYPE', '<script>'));
  assert.equal(status, 500);
  assert.match(String(body), /<faultcode>sf:INVALID_TYPE<\/faultcode><faultstring>INVALID_TYPE: &lt;script&gt;/);
});

it('names the place of malformed XML and refuses document types', () => {
  assert.throws(
    () => parseXml('<a>\n<b></a>'),
    (error: unknown) => error instanceof OrgError && error.line === 2,
  );
  assert.throws(() => parseXml('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'), /document type/);
});
