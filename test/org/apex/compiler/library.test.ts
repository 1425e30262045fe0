/** The compiler and the whole runtime library together: what the compiler's own tokens reach. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apexCompiler } from '../../../../scripts/org/apex/compiler.ts';
import { loadProgram } from '../../../../scripts/org/apex/emit/loader.ts';
import { withHost } from '../../../../scripts/org/apex/host.ts';
import { fakeHost, schema, sources } from './harness.ts';

const cases: readonly { name: string; returns: string; value: string; expected: unknown }[] = [
  { name: 'object token', returns: 'String', value: 'String.valueOf(Part__c.SObjectType)', expected: 'Part__c' },
  {
    name: 'tokens are equal',
    returns: 'Boolean',
    value: 'new Part__c().getSObjectType() == Schema.Part__c.SObjectType',
    expected: true,
  },
  { name: 'field token', returns: 'Object', value: "new Part__c(Name = 'a').get(Part__c.Name)", expected: 'a' },
  { name: 'field describe', returns: 'String', value: 'Part__c.Due__c.getDescribe().getName()', expected: 'Due__c' },
  { name: 'object describe', returns: 'String', value: 'Schema.SObjectType.Part__c.getName()', expected: 'Part__c' },
  {
    name: 'field describe through the object',
    returns: 'String',
    value: 'Schema.SObjectType.Part__c.fields.Due__c.getName()',
    expected: 'Due__c',
  },
  { name: 'type token', returns: 'String', value: 'List<Part__c>.class.getName()', expected: 'List<Part__c>' },
  { name: 'class token', returns: 'String', value: 'Probe.class.getName()', expected: 'Probe' },
  {
    name: 'JSON of user classes',
    returns: 'Integer',
    value: '((Probe) JSON.deserialize(\'{"n":4}\', Probe.class)).n',
    expected: 4,
  },
  { name: 'platform enum switch', returns: 'String', value: 'kind(TriggerOperation.AFTER_UPDATE)', expected: 'after' },
  { name: 'sort by compareTo', returns: 'Integer', value: 'sorted()[0].n', expected: 1 },
];

for (const { name, returns, value, expected } of cases) {
  test(name, () => {
    const text = `public class Probe implements Comparable {
      public Integer n;
      public static ${returns} go() { return ${value}; }
      static String kind(TriggerOperation t) { switch on t { when AFTER_UPDATE { return 'after'; } when else { return 'other'; } } }
      static List<Probe> sorted() { List<Probe> l = new List<Probe>{ make(2), make(1) }; l.sort(); return l; }
      static Probe make(Integer n) { Probe p = new Probe(); p.n = n; return p; }
      public Integer compareTo(Object other) { return n - ((Probe) other).n; }
    }`;
    const { units, problems } = apexCompiler.compile(sources([text]), schema);
    assert.deepEqual(problems, []);
    const program = loadProgram(units, schema);
    const { host } = fakeHost({ userClass: (each: string) => program.class(each) });
    const go = program.class('Probe')!.methods.find((method) => method.name === 'go')!;
    assert.equal(
      withHost(host, () => go.invoke(null, [])),
      expected,
    );
  });
}
