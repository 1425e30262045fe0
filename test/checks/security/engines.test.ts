import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GateOutcome } from '../../../scripts/checks/finding.ts';
import { runSecurity } from '../../../scripts/checks/security/index.ts';
import { project } from './project.ts';

const CLASSES = 'force-app/main/classes';

const UNSAFE = `public with sharing class Unsafe {
    public static void addAccount(String name) {
        insert new Account(Name = name);
    }

    public static List<Account> search(String name) {
        return Database.query('SELECT Id FROM Account WHERE Name = \\'' + name + '\\' WITH USER_MODE');
    }

    public static List<Account> searchBySite(String site) {
        return Database.query('SELECT Id FROM Account WHERE Site = \\'' + site + '\\' WITH USER_MODE');
    }

    public static void signIn(Id userId) {
        System.setPassword(userId, 'hard-coded-1');
    }
}
`;

const BODY = Array.from(
  { length: 12 },
  (_, index) => `        total += first * ${index} - second / (third + ${index});`,
);
const copy = (name: string): string =>
  `public with sharing class ${name} {\n    public static Integer sum(Integer first, Integer second, Integer third) {\n        Integer total = 0;\n${BODY.join('\n')}\n        return total;\n    }\n}\n`;

const OLD_LIBRARY = '/*! jQuery v1.8.1 jquery.com | jquery.org/license */\n';
const BUNDLE_META =
  '<?xml version="1.0" encoding="UTF-8"?>\n<LightningComponentBundle xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>66.0</apiVersion></LightningComponentBundle>\n';

function places(outcomes: readonly GateOutcome[], gate: string): string[] {
  const outcome = outcomes.find((candidate) => candidate.gate === gate);
  assert.ok(outcome !== undefined, `no outcome of ${gate}`);
  return outcome.findings.map((finding) => `${finding.file}:${finding.line} ${finding.message.split(' (')[0] ?? ''}`);
}

test('pmd, cpd and retire-js report what is planted, less what the list excuses', async (context) => {
  const root = project(context, {
    [`${CLASSES}/Unsafe.cls`]: UNSAFE,
    [`${CLASSES}/Broken.cls`]: 'public with sharing class Broken {\n    void one( {\n}\n',
    [`${CLASSES}/One.cls`]: copy('One'),
    [`${CLASSES}/Two.cls`]: copy('Two'),
    'force-app/test/classes/UnpackagedTest.cls': UNSAFE.replace('Unsafe', 'UnpackagedTest'),
    'force-app/main/lwc/old/old.js': OLD_LIBRARY,
    'force-app/main/lwc/old/old.js-meta.xml': BUNDLE_META,
    'force-app/main/lwc/old/__tests__/jquery.js': OLD_LIBRARY,
    'docs/security/exceptions.json': JSON.stringify(
      [
        {
          engine: 'pmd',
          rule: 'ApexSOQLInjection',
          file: `${CLASSES}/Unsafe.cls`,
          code: 'WHERE Site = ',
          reason: 'Planted, so that one of two of the same kind stays.',
        },
        {
          engine: 'cpd',
          rule: 'DetectCopyPasteForApex',
          file: `${CLASSES}/Gone.cls`,
          reason: 'A class that was removed a while ago.',
        },
      ],
      null,
      2,
    ),
  });

  const outcomes = await runSecurity(root, ['pmd', 'cpd', 'retire-js']);

  const pmd = places(outcomes, 'security-pmd');
  assert.ok(pmd.includes(`${CLASSES}/Unsafe.cls:3 pmd ApexCRUDViolation`), pmd.join('\n'));
  assert.ok(pmd.includes(`${CLASSES}/Unsafe.cls:15 pmd AvoidHardcodedCredentialsInSetPassword`), pmd.join('\n'));
  assert.ok(pmd.includes(`${CLASSES}/Broken.cls:1 pmd EngineFailure`), pmd.join('\n'));
  assert.deepEqual(
    pmd.filter((place) => place.includes('ApexSOQLInjection')),
    [`${CLASSES}/Unsafe.cls:7 pmd ApexSOQLInjection`],
  );
  assert.ok(!pmd.some((place) => place.includes('UnpackagedTest')), pmd.join('\n'));
  assert.deepEqual(
    places(outcomes, 'security-cpd').filter((place) => place.includes('DetectCopyPaste')),
    [`${CLASSES}/One.cls:1 cpd DetectCopyPasteForApex`],
  );
  const libraries = places(outcomes, 'security-retire-js');
  assert.ok(libraries.length > 0);
  for (const place of libraries)
    assert.match(place, /^force-app\/main\/lwc\/old\/old\.js:1 retire-js LibraryWithKnown/);
  assert.deepEqual(places(outcomes, 'security-exceptions'), [
    `docs/security/exceptions.json:9 cpd DetectCopyPasteForApex in ${CLASSES}/Gone.cls excuses nothing any more: take it off the list.`,
  ]);
});

const door = (name: string, save: string): string => `public with sharing class ${name} {
    @AuraEnabled
    public static void add(String name) {
        Account account = new Account(Name = name);
        ${save}
    }
}
`;

test('sfge follows an entry point to an unguarded save, and lets one in user mode be', async (context) => {
  const root = project(context, {
    [`${CLASSES}/Unguarded.cls`]: door('Unguarded', 'insert account;'),
    [`${CLASSES}/Guarded.cls`]: door('Guarded', 'Database.insert(account, true, AccessLevel.USER_MODE);'),
  });
  const first = await runSecurity(root, ['sfge']);
  assert.deepEqual(places(first, 'security-sfge'), [`${CLASSES}/Unguarded.cls:5 sfge ApexFlsViolation`]);
  const second = await runSecurity(root, ['sfge']);
  assert.deepEqual(second[0]?.findings, first[0]?.findings);
  assert.match(second[0]?.scope ?? '', /unchanged/);
});

test('what sfge cannot parse is a failure, never a pass', async (context) => {
  const root = project(context, {
    [`${CLASSES}/Text.cls`]: "public with sharing class Text {\n    public String long = '''\none\n''';\n}\n",
  });
  const found = places(await runSecurity(root, ['sfge']), 'security-sfge');
  assert.equal(found.length, 1);
  assert.match(found[0] ?? '', /sfge EngineFailure/);
});

test('without Java the gate says what it needs', async (context) => {
  const root = project(context, { [`${CLASSES}/Unsafe.cls`]: UNSAFE });
  const { PATH, JAVA_HOME, JRE_HOME, JDK_HOME } = process.env;
  context.after(() => Object.assign(process.env, { PATH, JAVA_HOME, JRE_HOME, JDK_HOME }));
  process.env.PATH = root;
  for (const name of ['JAVA_HOME', 'JRE_HOME', 'JDK_HOME']) Reflect.deleteProperty(process.env, name);
  await assert.rejects(runSecurity(root, ['pmd']), /Java 17/);
});
