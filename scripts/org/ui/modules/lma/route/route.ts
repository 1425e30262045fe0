/** Addresses of the app, as the platform writes them. */
export type Route =
  | { readonly kind: 'home' }
  | { readonly kind: 'list'; readonly object: string; readonly view: string }
  | { readonly kind: 'record'; readonly object: string; readonly id: string }
  | { readonly kind: 'tab'; readonly name: string };

const ID = /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/;

/** @returns null where no page has this address */
export function parseRoute(url: URL): Route | null {
  const [app, kind, ...rest] = url.pathname.split('/').filter((part) => part !== '');
  if (app !== 'lightning') return null;
  if (kind === undefined || kind === 'page' || kind === 'app') return { kind: 'home' };
  const [first = '', second = ''] = rest;
  if (kind === 'o') return { kind: 'list', object: first, view: url.searchParams.get('filterName') ?? '' };
  if (kind === 'n') return { kind: 'tab', name: first };
  if (kind !== 'r') return null;
  if (ID.test(first) && !ID.test(second)) return { kind: 'record', object: '', id: first };
  return ID.test(second) ? { kind: 'record', object: first, id: second } : null;
}

export function listPath(object: string, view = ''): string {
  return `/lightning/o/${object}/list${view === '' ? '' : `?filterName=${encodeURIComponent(view)}`}`;
}

export function recordPath(object: string, id: string): string {
  return `/lightning/r/${object}/${id}/view`;
}

/** Asks the app to show another page. */
export function goTo(path: string, replaces = false): void {
  window.dispatchEvent(new CustomEvent('lma:navigate', { detail: { path, replaces } }));
}
