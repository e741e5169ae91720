import "server-only";
import type { OAuthConfig } from "next-auth/providers/oauth";
import type { BaseClient, TokenSet, TokenSetParameters } from "openid-client";
import { z } from "zod";
import { env } from "@/lib/platform/env";
import { matchAccount } from "./oidc-account";
import type { SessionClaims } from "./session";

const profile = z.object({
  iss: z.string(),
  sub: z.string().min(1),
  email: z.string().optional(),
  email_verified: z.boolean().optional(),
});

/** What `profile` hands to next-auth for somebody without an account here. */
export const NOBODY = "nobody";

/** The id token's claims and the user info's: issuers may put the e-mail address in either. */
async function claimsOf(client: BaseClient, tokens: TokenSetParameters) {
  const tokenSet = tokens as TokenSet;
  const info = client.issuer.metadata.userinfo_endpoint ? await client.userinfo(tokenSet) : {};
  return { ...info, ...tokenSet.claims() };
}

/** The name on the single sign-on button ("" where none is set); null where it is not configured. */
export function singleSignOnName(): string | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env();
  return OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET ? (OIDC_NAME ?? "") : null;
}

/** Single sign-on with the configured issuer (code flow with PKCE, state and nonce). */
export function singleSignOn(): OAuthConfig<z.infer<typeof profile>>[] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = env();
  if (singleSignOnName() === null || !OIDC_ISSUER) return [];
  return [
    {
      id: "oidc",
      name: "oidc",
      type: "oauth",
      wellKnown: `${OIDC_ISSUER.replace(/\/$/, "")}/.well-known/openid-configuration`,
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      authorization: { params: { scope: "openid email profile" } },
      checks: ["pkce", "state", "nonce"],
      idToken: true,
      userinfo: { request: ({ client, tokens }) => claimsOf(client, tokens) },
      async profile(claims) {
        const person = profile.parse(claims);
        const match = await matchAccount({
          subject: `${person.iss} ${person.sub}`,
          verifiedEmail: person.email_verified === true ? (person.email ?? null) : null,
        });
        return { id: match?.userId ?? NOBODY, ...match } as { id: string } & SessionClaims;
      },
    },
  ];
}
