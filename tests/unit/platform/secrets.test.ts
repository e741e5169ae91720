import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { provideSecrets } from "@/scripts/steps/secrets";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "closeloop-secrets-"));
  vi.stubEnv("NEXTAUTH_SECRET", "");
  vi.stubEnv("NEXT_SERVER_ACTIONS_ENCRYPTION_KEY", "");
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe("generated secrets", () => {
  it("are the same at the next start and readable by the owner only", () => {
    provideSecrets(folder);
    const first = process.env.NEXTAUTH_SECRET;
    const key = process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY;
    expect(first?.length).toBeGreaterThanOrEqual(32);
    expect(Buffer.from(String(key), "base64")).toHaveLength(32);
    process.env.NEXTAUTH_SECRET = "";
    provideSecrets(folder);
    expect(process.env.NEXTAUTH_SECRET).toBe(first);
    expect(statSync(join(folder, "secrets.json")).mode & 0o777).toBe(0o600);
  });

  it("give way to the environment, which is not written down", () => {
    process.env.NEXTAUTH_SECRET = "given by the environment, long enough";
    provideSecrets(folder);
    expect(process.env.NEXTAUTH_SECRET).toBe("given by the environment, long enough");
    expect(readFileSync(join(folder, "secrets.json"), "utf8")).not.toContain("given");
  });
});
