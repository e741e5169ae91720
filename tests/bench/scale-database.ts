import { rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { type EmbeddedDatabase, openEmbedded } from "@/lib/platform/db/embedded";
import { applyMigrations } from "@/scripts/steps/database";
import { workOn } from "@/tests/setup/own-server";
import { fill, PASSWORD, PEOPLE } from "./scale-fill";

/** Changes when the generated company does, so that an older one is made anew. */
const RECIPE = "closeloop bench 1";

/** The bench's own server, in the data directory and kept from one run to the next. */
export function benchFolder(dataDirectory: string): string {
  return join(dataDirectory, "bench");
}

/** Removes the bench's server and its data. */
export function removeBench(dataDirectory: string): void {
  rmSync(benchFolder(dataDirectory), { recursive: true, force: true });
}

/** Opens the company with `lines` sale lines; generates it unless an earlier run has. */
export async function openCompany(dataDirectory: string, lines: number): Promise<EmbeddedDatabase> {
  const database = await openEmbedded(benchFolder(dataDirectory), `bench_${lines}`);
  workOn(database.url);
  await applyMigrations();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const name = new URL(database.url).pathname.slice(1);
  const { rows } = await client.query<{ comment: string | null }>(
    "select shobj_description(oid, 'pg_database') as comment from pg_database where datname = current_database()",
  );
  if (rows[0]?.comment !== RECIPE) {
    const began = performance.now();
    const say = (text: string) =>
      console.log(`  generating: ${text}, ${Math.round((performance.now() - began) / 1000)} s`);
    await fill(client, lines, say);
    await accounts();
    await client.query(`comment on database ${name} is '${RECIPE}'`);
  }
  await client.end();
  return database;
}

/** People to sign in with. */
export async function accounts(): Promise<void> {
  const [{ system }, { createAccount, unitNamed }, { hashPassword }] = await Promise.all([
    import("@/lib/platform/db/access"),
    import("@/lib/people/data/accounts"),
    import("@/lib/platform/auth/password"),
  ]);
  const passwordHash = await hashPassword(PASSWORD);
  for (const [role, { email, unit }] of Object.entries(PEOPLE)) {
    await system("bench", async (tx) => {
      const unitId = unit && (await unitNamed(tx, unit));
      await createAccount(tx, {
        email,
        name: `Bench ${role}`,
        role: role as keyof typeof PEOPLE,
        unitId,
        passwordHash,
      });
    });
  }
}
