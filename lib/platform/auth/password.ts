import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** argon2id (the library's default kind), 19 MiB, two passes: about 22 ms. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash of a password nobody knows, of the same cost: unknown accounts take as long as known ones. */
const NOBODYS =
  "$argon2id$v=19$m=19456,t=2,p=1$zpIrZ4xaHv5QnOPXTK+j/w$/MDj7ws81/cGEPNyWSfo6TH6QrG1COa00R6HYhtevhU";

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), COST);
}

/** Compares in the same time whether or not there is a hash. */
export async function verifyPassword(
  stored: string | null | undefined,
  password: string,
): Promise<boolean> {
  const matches = await verify(stored ?? NOBODYS, password.normalize("NFKC")).catch(() => false);
  return matches && Boolean(stored);
}

/** A secret of 32 random bytes for links and tokens, safe in an address. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored of a random secret. It has 256 bits already, so a fast hash is enough. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
