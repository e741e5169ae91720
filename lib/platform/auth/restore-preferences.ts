import "server-only";
import { system } from "@/lib/platform/db/access";
import { LOCALE_COOKIE, THEME_COOKIE } from "@/lib/platform/i18n/locales";
import { scopeOfCookie } from "./session";
import { sessionCookieName, usesHttps } from "./session-cookie";

const ATTRIBUTES = "Path=/; Max-Age=31536000; SameSite=Lax";

/** The session cookie an answer sets; undefined where it sets none or takes it back. */
function newSession(response: Response): string | undefined {
  const start = `${sessionCookieName()}=`;
  const line = response.headers.getSetCookie().find((cookie) => cookie.startsWith(start));
  return line?.slice(start.length).split(";")[0] || undefined;
}

/** Adds a person's own language and theme to the answer that signs them in: this browser follows them. */
export async function restorePreferences(response: Response): Promise<Response> {
  const scope = await scopeOfCookie(newSession(response));
  if (!scope) return response;
  const chosen = await system("restore a person's preferences", (tx) =>
    tx.user.findUnique({ where: { id: scope.userId }, select: { locale: true, theme: true } }),
  );
  const secure = usesHttps() ? "; Secure" : "";
  const add = (name: string, value: string | null | undefined) => {
    if (value) response.headers.append("set-cookie", `${name}=${value}; ${ATTRIBUTES}${secure}`);
  };
  add(LOCALE_COOKIE, chosen?.locale);
  add(THEME_COOKIE, chosen?.theme);
  return response;
}
