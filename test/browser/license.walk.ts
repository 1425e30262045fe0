import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { launch, violations, watch } from './browser.ts';
import { startOrg } from './started-org.ts';
import type { StartedOrg } from './started-org.ts';

/** How long a page may take to show what an answer of the org brings. */
const WAIT_MS = 20_000;

describe('a license in the browser', () => {
  let org: StartedOrg;
  let browser: Browser;
  let page: Page;
  let problems: string[];

  const panel = (): Locator => page.locator('c-license-panel');
  const modal = (): Locator => page.getByRole('dialog');
  const action = (name: string): Locator => panel().getByRole('button', { name, exact: true });
  const text = async (locator: Locator): Promise<string> => (await locator.innerText({ timeout: WAIT_MS })).trim();

  async function logIn(person: string): Promise<void> {
    await page.goto(org.url);
    await page.getByRole('button', { name: person }).click();
    await page.locator('lma-list-view tbody tr').first().waitFor();
  }

  before(async () => {
    org = await startOrg();
    browser = await launch();
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(WAIT_MS);
    problems = watch(page);
  });
  after(async () => {
    await browser?.close();
    await org?.stop();
  });

  it('shows nothing without a login', async () => {
    await page.goto(new URL('/lightning/o/License__c/list', org.url).href);
    await page.waitForURL(new URL('/', org.url).href);
    assert.match(await text(page.getByRole('alert')), /needs the code/);
    // The refused question is what the browser reports here.
    assert.ok(problems.splice(0).every((problem) => problem.startsWith('401 ')));
  });

  it('logs in as a persona and lists the licenses', async () => {
    await logIn('Luis License Manager');
    assert.match(page.url(), /\/lightning\/o\/License__c\/list$/);
    assert.equal(await text(page.getByRole('heading', { level: 1 })), 'Licenses');
    assert.ok((await page.locator('lma-list-view tbody tr').count()) > 10);
    assert.deepEqual(await violations(page.locator('lma-app')), []);
  });

  it('changes the list view, and sorts it', async () => {
    await page.getByRole('combobox', { name: 'List view' }).click();
    await page.getByRole('option', { name: 'Trials' }).click();
    await page.waitForURL(/filterName=Trials/);
    const name = page.getByRole('columnheader', { name: 'License Name' });
    for (const order of ['ascending', 'descending']) {
      await name.getByRole('button').click();
      await page.locator(`th[aria-sort="${order}"]`).waitFor();
    }
    const names = await page.locator('lma-list-view tbody tr td:first-child').allInnerTexts();
    assert.deepEqual(names, [...names].sort().reverse());
    const statuses = new Set(await page.locator('lma-list-view tbody tr td:nth-child(4)').allInnerTexts());
    assert.deepEqual([...statuses], ['Trial']);
  });

  it('opens a license on its page', async () => {
    await page.locator('lma-list-view tbody a').first().click();
    await page.waitForURL(/\/lightning\/r\/License__c\/\w{18}\/view$/);
    assert.equal(await text(panel().locator('lightning-badge')), 'Trial');
    assert.equal(await action('Suspend').isEnabled(), true);
    assert.equal(await action('Reinstate').isEnabled(), false);
    assert.match(await text(panel().getByRole('listitem')), /^Reinstate: /);
    assert.deepEqual(await violations(panel()), []);
  });

  it('suspends it with a reason, and everything on the page follows', async () => {
    await action('Suspend').click();
    await modal().getByRole('combobox', { name: 'Suspension reason' }).click();
    await page.getByRole('option', { name: 'Non-payment' }).click();
    await modal().getByLabel('Reason', { exact: true }).fill('Invoice 12 is open');
    await modal().getByLabel('Reference').fill('CASE-7');
    assert.deepEqual(await violations(modal()), []);
    await modal().getByRole('button', { name: 'Suspend', exact: true }).click();
    await modal().waitFor({ state: 'detached' });
    await page.locator('lightning-toast', { hasText: /L-\d+ is suspended/ }).waitFor();
    await panel().locator('lightning-badge', { hasText: 'Suspended' }).waitFor();
    assert.equal(await text(panel().locator('.suspension-reason')), 'Non-payment');
    await page.locator('lma-highlights', { hasText: 'Suspended' }).waitFor();
    await page.locator('lma-related-lists', { hasText: 'Invoice 12 is open' }).waitFor();
  });

  it('shows a refusal at its field', async () => {
    await action('Extend').click();
    const field = modal().locator('lightning-input[data-value="days"]');
    const days = field.locator('input');
    await days.fill('900');
    await modal().getByRole('button', { name: 'Extend', exact: true }).click();
    const refusal = /A trial ends at most \d+ days after its start/;
    await field.locator('.slds-form-element__help', { hasText: refusal }).waitFor();
    assert.equal(await days.getAttribute('aria-invalid'), 'true');
    await modal().getByRole('button', { name: 'Cancel', exact: true }).click();
    await modal().waitFor({ state: 'detached' });
    assert.equal(await text(panel().locator('lightning-badge')), 'Suspended');
  });

  it('reinstates it', async () => {
    await action('Reinstate').click();
    await modal().getByLabel('Reason', { exact: true }).fill('Paid');
    await modal().getByRole('button', { name: 'Reinstate', exact: true }).click();
    await page.locator('lightning-toast', { hasText: /L-\d+ is reinstated/ }).waitFor();
    await panel().locator('lightning-badge', { hasText: 'Trial' }).waitFor();
    assert.equal(await action('Suspend').isEnabled(), true);
  });

  it('lets a viewer look, and says why not more', async () => {
    const address = page.url();
    await page.getByRole('button', { name: 'Log out' }).click();
    await page.waitForURL(new URL('/', org.url).href);
    assert.match(await text(page.getByRole('alert')), /needs the code/);
    assert.ok(problems.splice(0).every((problem) => problem.startsWith('401 ')));
    await logIn('Vera Viewer');
    await page.goto(address);
    assert.equal(await text(panel().locator('lightning-badge')), 'Trial');
    for (const name of ['Suspend', 'Reinstate', 'Extend']) assert.equal(await action(name).isEnabled(), false, name);
    assert.equal(await panel().getByRole('listitem').count(), 3);
  });

  it('reported no error on the way', () => assert.deepEqual(problems, []));
});
