/** Finds the operation of a request in the route table. */
import { methodNotAllowed, notFound } from './errors.ts';
import type { Route } from './call.ts';

interface Compiled {
  readonly route: Route;
  readonly pattern: RegExp;
  readonly names: readonly string[];
}

function compile(route: Route): Compiled {
  const names: string[] = [];
  const source = route.path
    .split('/')
    .map((segment) => {
      if (segment === '*') {
        names.push('rest');
        return '(.*)';
      }
      if (!segment.startsWith(':')) return segment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      names.push(segment.slice(1));
      return segment === ':version' ? '(v\\d+\\.\\d+|\\d+\\.\\d+)' : '([^/]+)';
    })
    .join('/');
  return { route, names, pattern: new RegExp(`^${source}/?$`) };
}

export interface Match {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

export type Router = (method: string, path: string) => Match;

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw notFound();
  }
}

/** Earlier entries win. Throws `NOT_FOUND`, or `METHOD_NOT_ALLOWED` where only the method is wrong. */
export function createRouter(routes: readonly Route[]): Router {
  const table = routes.map(compile);
  return (method, path) => {
    const allowed = new Set<string>();
    for (const { route, pattern, names } of table) {
      const found = pattern.exec(path);
      if (found === null) continue;
      if (route.method === method || (method === 'HEAD' && route.method === 'GET')) {
        const params = Object.fromEntries(names.map((name, index) => [name, decode(found[index + 1] ?? '')]));
        return { route, params };
      }
      allowed.add(route.method);
    }
    if (allowed.size > 0) throw methodNotAllowed(method, [...allowed].sort());
    throw notFound();
  };
}
