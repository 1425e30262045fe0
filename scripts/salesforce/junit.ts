/** Results of Apex tests in the XML that build servers read. */
import type { ApexTestResult } from './apex-tests.ts';

const SECOND_MS = 1000;

/** One suite per class; a test that is not supported counts as skipped, every other one that did not pass as failed. */
export function junitReport(tests: readonly ApexTestResult[]): string {
  const suites = [...Map.groupBy(tests, (test) => test.class)].map(([name, own]) => suite(name, own));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${counts(tests)}>`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function suite(name: string, tests: readonly ApexTestResult[]): string {
  return [`  <testsuite name="${escaped(name)}"${counts(tests)}>`, ...tests.map(testCase), '  </testsuite>'].join('\n');
}

function counts(tests: readonly ApexTestResult[]): string {
  const skipped = tests.filter(isSkipped).length;
  const failed = tests.filter((test) => test.outcome !== 'Pass').length - skipped;
  const ms = tests.reduce((sum, test) => sum + test.ms, 0);
  return ` tests="${tests.length}" failures="${failed}" errors="0" skipped="${skipped}" time="${seconds(ms)}"`;
}

function testCase(test: ApexTestResult): string {
  const head = `    <testcase classname="${escaped(test.class)}" name="${escaped(test.method)}" time="${seconds(test.ms)}"`;
  if (test.outcome === 'Pass') return `${head}/>`;
  const message = escaped(test.message ?? test.outcome);
  if (isSkipped(test)) return `${head}>\n      <skipped message="${message}"/>\n    </testcase>`;
  const text = escaped(test.stack ?? '');
  return `${head}>\n      <failure type="${test.outcome}" message="${message}">${text}</failure>\n    </testcase>`;
}

function isSkipped(test: ApexTestResult): boolean {
  return test.outcome === 'NotSupported' || test.outcome === 'Skip';
}

function seconds(ms: number): string {
  return (ms / SECOND_MS).toFixed(3);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML; characters that no XML document may hold are left out. */
function escaped(text: string): string {
  return text
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign]!)
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
}
