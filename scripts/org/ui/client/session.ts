/** Who is logged in, known to every module before it runs. */
export interface ShellUser {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  /** BCP 47, for example en-US. */
  readonly locale: string;
  readonly lang: string;
}

declare global {
  var lmaUser: ShellUser;
}

/** Without this header the engine takes no cookie: a page of another origin cannot send it. */
export const UI_HEADERS = { 'x-lma-ui': '1' };

/** @returns the user of the cookie, or null where there is no session */
export async function readUser(): Promise<ShellUser | null> {
  const response = await fetch('/services/oauth2/userinfo', { headers: UI_HEADERS });
  if (!response.ok) return null;
  const user = (await response.json()) as Record<'user_id' | 'name' | 'zoneinfo' | 'locale' | 'language', string>;
  const tag = (name: string): string => name.replaceAll('_', '-');
  return {
    id: user.user_id,
    name: user.name,
    timeZone: user.zoneinfo,
    locale: tag(user.locale),
    lang: tag(user.language),
  };
}
