/** Who the caller is: userinfo, identity URL, single access, OAuth token endpoint. */
import { OrgError } from '../../types.ts';
import type { Call, Operation } from '../call.ts';
import { param } from '../call.ts';
import { notFound } from '../errors.ts';
import { bodyText, json } from '../message.ts';
import { toId18 } from '../../store/ids.ts';
import { userById } from '../users.ts';
import type { UserInfo } from '../users.ts';

function current(call: Call): UserInfo {
  const user = userById(call.hosted.org, call.userId);
  if (user === undefined) throw notFound();
  return user;
}

function identityBody(call: Call, user: UserInfo): Record<string, unknown> {
  const id = `${call.baseUrl}/id/${call.hosted.org.orgId}/${user.id}`;
  return {
    id,
    sub: id,
    user_id: user.id,
    organization_id: call.hosted.org.orgId,
    preferred_username: user.username,
    username: user.username,
    nickname: user.username,
    display_name: user.name,
    name: user.name,
    email: user.email,
    email_verified: true,
    zoneinfo: user.timeZone,
    timezone: user.timeZone,
    locale: user.locale,
    language: user.language,
    user_type: 'STANDARD',
    active: user.isActive,
    urls: {
      rest: `${call.baseUrl}/services/data/v{version}/`,
      metadata: `${call.baseUrl}/services/Soap/m/{version}/${call.hosted.org.orgId}`,
    },
  };
}

export const userInfo: Operation = (call) => json(identityBody(call, current(call)));

export const identity: Operation = (call) => {
  const own = toId18(param(call, 'org')) === call.hosted.org.orgId && toId18(param(call, 'user')) === call.userId;
  if (!own) throw notFound();
  return json(identityBody(call, current(call)));
};

/** A URL that opens a browser session once, within a minute. */
export const singleAccess: Operation = (call) => {
  const target = call.query.get('redirect_uri') ?? '/';
  const code = call.hosted.sessions.issueCode(call.userId);
  return json({
    frontdoor_uri: `${call.baseUrl}/secur/frontdoor.jsp?otp=${code}&retURL=${encodeURIComponent(target)}`,
  });
};

/** The local org has no connected apps: it says so, and names the login that works. */
export const oauthToken: Operation = (call) => {
  const grant = new URLSearchParams(bodyText(call.request)).get('grant_type') ?? '';
  const description = `grant type ${grant} is not supported by the local org: use "sf org login access-token" with the token of run.json`;
  return json({ error: 'unsupported_grant_type', error_description: description }, 400);
};

export const logout: Operation = (call) => {
  const token = new URLSearchParams(bodyText(call.request)).get('token') ?? call.query.get('token') ?? call.token;
  if (token === '') throw new OrgError('INVALID_SESSION_ID', 'No token to revoke');
  call.hosted.sessions.end(token);
  return json({});
};
