/** `lightning/refresh`: a component says that data changed, and whoever registered asks again. */
type Handler = () => unknown;

const handlers = new Map<number, Handler>();
let last = 0;

export class RefreshEvent extends CustomEvent<undefined> {
  constructor() {
    super('lightning__refresh', { bubbles: true, composed: true, cancelable: true });
  }
}

export function registerRefreshHandler(context: object, handler: Handler): number {
  last += 1;
  handlers.set(last, handler.bind(context));
  return last;
}

export function unregisterRefreshHandler(id: number): void {
  handlers.delete(id);
}

window.addEventListener('lightning__refresh', () => handlers.forEach((handler) => handler()));
