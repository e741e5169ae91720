import "server-only";
import type { AuthOptions, User } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { AppError } from "@/lib/platform/errors";
import { logger } from "@/lib/platform/logger";
import { clientAddress } from "./client-address";
import { signInWithPassword } from "./credentials";
import { safeNextPath } from "./next-path";
import { NOBODY, singleSignOn } from "./oidc";
import { type SessionClaims, scopeOfClaims } from "./session";
import { SESSION_SECONDS, sessionSecret, usesHttps } from "./session-cookie";

const input = z.object({ email: z.string().max(320), password: z.string().max(200) });

/** next-auth carries what `authorize` returns to the `jwt` callback as its own user type. */
type SignedIn = User & SessionClaims;

async function authorize(
  credentials: unknown,
  headers: Record<string, unknown>,
): Promise<SignedIn | null> {
  const attempt = input.safeParse(credentials);
  if (!attempt.success) return null;
  const claims = await signInWithPassword({ ...attempt.data, address: clientAddress(headers) });
  return { id: claims.userId, ...claims };
}

const passwordProvider = () =>
  Credentials({
    credentials: { email: { type: "email" }, password: { type: "password" } },
    async authorize(credentials, request) {
      try {
        return await authorize(credentials, request.headers ?? {});
      } catch (error) {
        if (error instanceof AppError) throw error;
        logger.error({ err: error }, "sign-in failed");
        throw new AppError("unexpected");
      }
    },
  });

/** Sessions are signed cookies with the person's id and epoch; who that is now comes from the database. */
export function authOptions(): AuthOptions {
  return {
    secret: sessionSecret(),
    useSecureCookies: usesHttps(),
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [passwordProvider(), ...singleSignOn()],
    callbacks: {
      signIn: ({ user }) => (user.id === NOBODY ? "/sign-in?error=ssoNoAccount" : true),
      async jwt({ token, user }) {
        if (user) {
          const { userId, sessionEpoch } = user as SignedIn;
          return { userId, sessionEpoch };
        }
        if (!(await scopeOfClaims(token))) throw new AppError("signedOut");
        return token;
      },
      session: ({ session }) => ({ expires: session.expires }),
      redirect({ url, baseUrl }) {
        const path = url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url;
        return `${baseUrl}${safeNextPath(path)}`;
      },
    },
    logger: {
      error: (code) => logger.warn({ code }, "next-auth"),
      warn: (code) => logger.debug({ code }, "next-auth"),
      debug: () => undefined,
    },
  };
}
