import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { formatPage } from '../../scripts/docs/format-page.ts';
import { localOrgPage, PAGE_FILE } from '../../scripts/docs/local-org-page.ts';

const ROOT = path.resolve(import.meta.dirname, '..', '..');

test('the page about the local org is current: run "npm run docs" when it is not', async () => {
  assert.equal(readFileSync(path.join(ROOT, PAGE_FILE), 'utf8'), await formatPage(ROOT, PAGE_FILE, localOrgPage()));
});

test('the page names what the tables hold', () => {
  const page = localOrgPage();
  for (const entry of [
    '/services/apexrest',
    'CALENDAR_YEAR',
    'LAST_N_DAYS',
    'ISPICKVAL',
    'Database.SaveResult',
    'Lead',
  ])
    assert.ok(page.includes(entry), entry);
});
