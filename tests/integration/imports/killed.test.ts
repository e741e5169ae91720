import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { expect, it } from "vitest";
import { databaseUrl, query } from "@/tests/setup/database";
import { tableSizes } from "./importing";
import { files, orders } from "./orders.mapping";

const command = ["--conditions=react-server", "--import", "tsx", "scripts/import.ts"];

/** Sessions of an import other than our own: none once the killed one is gone. */
const importing = (condition: string) =>
  query<{ pid: number }>(`select pid from pg_stat_activity where datname = current_database()
    and pid <> pg_backend_pid() and ${condition}`);

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await holds()); tries++) {
    if (tries > 300) throw new Error("waited too long");
    await pause(100);
  }
}

it("leaves nothing behind when killed in the middle of writing", async () => {
  const folder = mkdtempSync(join(tmpdir(), "closeloop-import-"));
  const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
  put("mapping.json", JSON.stringify(orders));
  for (const [name, text] of Object.entries(files)) put(name, text);
  const before = await tableSizes();

  // Somebody holds the sales, so the import stops after all other tables are written.
  const holder = new pg.Client({ connectionString: databaseUrl() });
  await holder.connect();
  await holder.query("begin; lock table sale in share mode");
  const paths = Object.keys(files).map((name) => join(folder, name));
  const args = [...command, "--mapping", join(folder, "mapping.json"), ...paths];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, DATABASE_URL: databaseUrl() },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = new Promise((resolve) => child.on("exit", (_, signal) => resolve(signal)));
  const waiting = "wait_event_type = 'Lock' and query ilike '%into \"sale\"%'";
  await until(async () => (await importing(waiting)).length > 0);
  child.kill("SIGKILL");
  expect(await ended).toBe("SIGKILL");
  await holder.query("commit");
  await holder.end();
  await until(async () => (await importing("state <> 'idle'")).length === 0);

  expect(await tableSizes()).toEqual(before);
});
