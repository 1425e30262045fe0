/** The hook through which the Lightning shell serves its pages and files on the HTTP thread. */
import { existsSync } from 'node:fs';

export interface StaticRequest {
  /** `GET` or `HEAD`. */
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface StaticAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** Answers `/`, `/lightning/*`, `/assets/*` and what else the shell has; `null` where it has nothing. */
export type StaticRoutes = (request: StaticRequest) => StaticAnswer | null | Promise<StaticAnswer | null>;

/** Set on every page and file unless the shell sets its own. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

const NO_SHELL =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Open LMA</title><p>The local org is up. Its pages are not built.</p></html>';

/** Where the shell is not built, the start page says so and nothing else exists. */
export const withoutShell: StaticRoutes = ({ path }) =>
  path === '/' ? { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: NO_SHELL } : null;

/** The shell's own routes, `staticRoutes` of `ui/server.ts`, where that file is there. */
export async function loadStaticRoutes(): Promise<StaticRoutes> {
  const file = new URL('../ui/server.ts', import.meta.url);
  if (!existsSync(file)) return withoutShell;
  const module = (await import(file.href)) as { staticRoutes?: StaticRoutes };
  return module.staticRoutes ?? withoutShell;
}
