/** First script of the app: finds out who is logged in, then loads the rest, which needs to know. */
import { readUser } from './session.ts';

const user = await readUser();
if (user === null) {
  location.replace('/');
} else {
  globalThis.lmaUser = user;
  document.documentElement.lang = user.lang;
  await import('./shell.ts');
}

export {};
