/** Browser sessions: front door, persona login, logout. */
import { OrgError } from '../../types.ts';
import type { Id } from '../../types.ts';
import type { Call, Operation } from '../call.ts';
import { invalidSession } from '../errors.ts';
import { objectBody, optionalText } from '../json-body.ts';
import { bodyText, json, redirect } from '../message.ts';
import { activeUsers, userByName } from '../users.ts';
import { equalSecrets } from '../secrets.ts';

const HOME = '/lightning';
export const SESSION_COOKIE = 'lma_sid';

export function sessionCookie(token: string, lifetime = ''): string {
  return `${SESSION_COOKIE}=${token}; Path=/; HttpOnly; SameSite=Strict${lifetime}`;
}

/** Only a path of this server: anything that could lead elsewhere becomes the home page. */
export function localPath(target: string | null): string {
  return target !== null && /^\/(?![/\\])[\w\-./~%?&=+:@,;]*$/.test(target) ? target : HOME;
}

function open(call: Call, userId: Id, target: string): ReturnType<Operation> {
  return redirect(target, { 'set-cookie': sessionCookie(call.hosted.sessions.issue(userId)) });
}

/** `otp=` of single access, or `sid=` as official clients build it from an access token. */
export const frontdoor: Operation = (call) => {
  const target = localPath(call.query.get('retURL') ?? call.query.get('startURL'));
  const code = call.query.get('otp');
  const sid = call.query.get('sid');
  const userId =
    code !== null ? call.hosted.sessions.redeemCode(code) : sid !== null ? call.hosted.sessions.userOf(sid) : undefined;
  if (userId === undefined) return redirect('/');
  return open(call, userId, target);
};

function loginFields(call: Call): { username: string; code: string; isForm: boolean } {
  const isForm = (call.request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
  if (isForm) {
    const form = new URLSearchParams(bodyText(call.request));
    return { username: form.get('username') ?? '', code: form.get('code') ?? '', isForm };
  }
  const body = objectBody(call.request);
  return {
    username: optionalText(body['username'], 'username') ?? '',
    code: optionalText(body['code'], 'code') ?? '',
    isForm,
  };
}

/** Opens a session as one of the org's users. The code stands in run.json and in the URL printed at start. */
export const login: Operation = (call) => {
  const { username, code, isForm } = loginFields(call);
  if (!equalSecrets(code, call.hosted.identity.loginCode)) throw invalidSession();
  const user = userByName(call.hosted.org, call.hosted.adminId, username);
  if (user === undefined || !user.isActive)
    throw new OrgError('INVALID_LOGIN', 'No active user of this org has that username', { status: 401 });
  const token = call.hosted.sessions.issue(user.id);
  const headers = { 'set-cookie': sessionCookie(token) };
  return isForm
    ? { status: 303, headers: { ...headers, location: HOME }, body: '' }
    : json({ userId: user.id, username: user.username, location: HOME }, 200, headers);
};

/** Who can be chosen on the login page; needs the code as well. */
export const personas: Operation = (call) => {
  if (!equalSecrets(call.query.get('code') ?? '', call.hosted.identity.loginCode)) throw invalidSession();
  return json(
    activeUsers(call.hosted.org, call.hosted.adminId).map(({ username, name, profile }) => ({
      username,
      name,
      profile,
    })),
  );
};

export const logoutPage: Operation = (call) => {
  if (call.token !== '') call.hosted.sessions.end(call.token);
  return redirect('/', { 'set-cookie': sessionCookie('', '; Max-Age=0') });
};
