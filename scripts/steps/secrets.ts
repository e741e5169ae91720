import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Variables that must stay the same between starts, each with a generator for its first value. */
const GENERATED = {
  NEXTAUTH_SECRET: () => randomBytes(32).toString("base64url"),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: () => randomBytes(32).toString("base64"),
};

/**
 * Gives the secrets that the environment does not set: generated once and kept in the data
 * directory, readable by the owner only.
 */
export function provideSecrets(dataDir: string): void {
  const file = join(dataDir, "secrets.json");
  const kept: Record<string, string> = existsSync(file)
    ? JSON.parse(readFileSync(file, "utf8"))
    : {};
  let changed = false;
  for (const [name, generate] of Object.entries(GENERATED)) {
    if (process.env[name]) continue;
    changed ||= kept[name] === undefined;
    kept[name] ??= generate();
    process.env[name] = kept[name];
  }
  if (!changed) return;
  const half = `${file}.${process.pid}`;
  writeFileSync(half, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
  chmodSync(half, 0o600);
  renameSync(half, file);
}
