/** Serves the shell's pages and the built files. Who may see what is the engine's business: a page alone shows nothing. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { loginPage, shellPage, waitingPage } from './pages.ts';
import { OUTPUT, readBuilt } from './built.ts';

interface Request {
  readonly path: string;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

const ROOT = path.resolve(import.meta.dirname, '..', '..', '..');
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};
/** Folders of built files are named after their content. */
const FOREVER = 'public, max-age=31536000, immutable';

/** What lies under `/assets/`: built files, and the design system. */
function fileOf(asset: string): string | null {
  if (!/^[\w\-./@]+$/.test(asset) || asset.split('/').some((part) => part === '..' || part === '')) return null;
  if (!asset.startsWith('slds/')) return /^(vendor|app)-/.test(asset) ? path.join(ROOT, OUTPUT, asset) : null;
  const require = createRequire(import.meta.url);
  const design = path.dirname(require.resolve('@salesforce-ux/design-system/package.json'));
  return path.join(design, 'assets', asset.slice('slds/'.length));
}

function asset(name: string): Answer | null {
  const file = fileOf(name);
  const type = file === null ? undefined : TYPES[path.extname(file)];
  if (file === null || type === undefined || !existsSync(file) || !statSync(file).isFile()) return null;
  return { status: 200, headers: { 'content-type': type, 'cache-control': FOREVER }, body: readFileSync(file) };
}

function page(body: string): Answer {
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }, body };
}

/** `/` chooses who to be, `/lightning…` is the app, `/assets/…` their files; null for everything else. */
export function staticRoutes(request: Request): Answer | null {
  if (request.path.startsWith('/assets/')) return asset(request.path.slice('/assets/'.length));
  const isShell = /^\/lightning(\/|$)/.test(request.path);
  if (request.path !== '/' && !isShell) return null;
  const built = readBuilt(ROOT);
  if (built === null) return page(waitingPage());
  return page(isShell ? shellPage(built.app) : loginPage(built.app));
}
