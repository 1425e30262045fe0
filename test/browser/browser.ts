/** A headless Chromium for the walks, and the accessibility check of one element. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import type { Browser, Locator, Page } from 'playwright-core';

const PROGRAMS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** The base components' own small buttons are not ours to enlarge. */
const NOT_OURS = ['target-size'];

/** `CHROME_PATH` names another program than the usual ones. */
export function launch(): Promise<Browser> {
  const candidates = [process.env['CHROME_PATH'] ?? '', ...PROGRAMS];
  const executablePath = candidates.find((program) => program !== '' && existsSync(program));
  if (executablePath === undefined)
    throw new Error(`No Chromium at ${PROGRAMS.join(', ')}: install one, or set CHROME_PATH.`);
  return chromium.launch({ executablePath, args: FLAGS });
}

/** Everything a page reports as wrong; a walk expects none. */
export function watch(page: Page): string[] {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.stack ?? error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      problems.push(message.text());
  });
  page.on('response', (response) => {
    // Apex answers a refusal with status 500.
    const isRefusal = new URL(response.url()).pathname.startsWith('/lwr/apex/');
    if (response.status() >= 400 && !isRefusal) problems.push(`${response.status()} ${response.url()}`);
  });
  return problems;
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** @returns one line per violation of WCAG A and AA within the element, which axe cannot find by selector in a shadow tree */
export async function violations(element: Locator): Promise<string[]> {
  const require = createRequire(import.meta.url);
  const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  const page = element.page();
  await page.evaluate(source);
  const found = await element.evaluate(async (node) => {
    const { axe } = globalThis as unknown as {
      axe: { run(node: unknown, options: object): Promise<{ violations: unknown[] }> };
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    return (await axe.run(node, { runOnly: tags })).violations;
  });
  return (found as Violation[])
    .filter((violation) => !NOT_OURS.includes(violation.id))
    .map((violation) => `${violation.id}: ${violation.nodes[0]?.html ?? ''}`);
}
