import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

export type Identity = { email?: string; email_verified?: boolean };

const CLIENT = { id: "closeloop", secret: "a secret of the client" };

/**
 * A real OpenID provider on a free port of this machine. Who signs in there types the account's
 * name; `identities` says what it vouches for.
 */
export async function startIdentityProvider(
  redirectUri: string,
  identities: Map<string, Identity>,
) {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    cookies: { keys: ["a key of the tests"] },
    findAccount: (_context: unknown, sub: string) => ({
      accountId: sub,
      claims: () => ({ sub, ...identities.get(sub) }),
    }),
  });
  server.on("request", provider.callback());
  return { issuer, client: CLIENT, close: () => server.close() };
}
