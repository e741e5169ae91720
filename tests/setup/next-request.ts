import { encode } from "next-auth/jwt";
import { query } from "@/tests/setup/database";

// A stand-in for the request Next.js would give to server actions and queries. A test file puts it
// in place with:
//
//   vi.mock("next/headers", () => import("@/tests/setup/next-request"));
//   vi.mock("next/cache", () => import("@/tests/setup/next-request"));
//   vi.mock("next-intl/server", () => import("@/tests/setup/next-request"));

const SESSION = "next-auth.session-token";
let jar = new Map<string, string>();
let sent = new Headers();

export async function cookies() {
  return {
    get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
    has: (name: string) => jar.has(name),
    getAll: () => [...jar].map(([name, value]) => ({ name, value })),
    set: (name: string, value: string) => void jar.set(name, value),
    delete: (name: string) => void jar.delete(name),
  };
}
export const headers = async () => sent;
export const revalidatePath = () => undefined;
export const revalidateTag = () => undefined;
export const refresh = () => undefined;
export const getLocale = async () => "en";
export const getTranslations = async () => (key: string) => key;

/** From here on nobody is signed in. */
export function asNobody(extra: Record<string, string> = {}): void {
  jar = new Map();
  sent = new Headers(extra);
}

/** From here on a person is signed in, as after sign-in. */
export async function asPerson(userId: string): Promise<void> {
  const [row] = await query<{ epoch: number }>(
    'SELECT session_epoch AS epoch FROM "user" WHERE id = $1',
    [userId],
  );
  asNobody();
  await bringCookie({ userId, sessionEpoch: row?.epoch ?? 0 });
}

/** From here on requests bring a session cookie with these claims. */
export async function bringCookie(
  token: Record<string, unknown>,
  secret = String(process.env.NEXTAUTH_SECRET),
  maxAge = 60,
): Promise<void> {
  jar.set(SESSION, await encode({ token, secret, maxAge }));
}

/** The session cookie as the browser has it now. */
export const sessionCookie = (): string | undefined => jar.get(SESSION);
