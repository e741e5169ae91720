import { join } from "node:path";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { migrate } from "@/lib/platform/db/migrate";
import { queryAt } from "@/tests/setup/database";

const server = () => inject("serverUrl");
const name = `closeloop_plain_${process.pid}`;
let url = "";
/** Before PostgreSQL 16 membership cannot be granted without its privileges. */
let inherits = false;

beforeAll(async () => {
  await queryAt(server(), `CREATE ROLE ${name} LOGIN CREATEROLE PASSWORD 'plain'`);
  await queryAt(server(), `CREATE DATABASE ${name} OWNER ${name} TEMPLATE template0`);
  const address = new URL(server());
  Object.assign(address, { username: name, password: "plain", pathname: `/${name}` });
  url = address.href;
});

describe("a database of one's own whose user is no superuser", () => {
  it("takes all migrations", async () => {
    // On a server where other databases made the two roles, their owner has to lend them.
    const lend = `GRANT closeloop_app, closeloop_system TO ${name} WITH ADMIN`;
    const [version] = await queryAt<{ n: number }>(
      server(),
      "SELECT current_setting('server_version_num')::int AS n",
    );
    inherits = (version?.n ?? 0) < 160_000;
    await queryAt(server(), `${lend} ${inherits ? "OPTION" : "TRUE, INHERIT FALSE, SET FALSE"}`);
    await migrate(url, join(process.cwd(), "prisma/migrations"));
    const rows = await queryAt<{ n: number }>(
      url,
      "SELECT count(*)::int AS n FROM _prisma_migrations",
    );
    expect(rows[0]?.n).toBeGreaterThan(3);
  });

  it("lets it become both roles, and shows it nothing as itself", async () => {
    const become = (role: string, sql: string) =>
      queryAt<{ n: number }>(
        url,
        `DO $$ BEGIN EXECUTE 'SET LOCAL ROLE ${role}'; EXECUTE $q$ ${sql} $q$; END $$`,
      );
    await become("closeloop_system", "INSERT INTO competitor (name) VALUES ('Rival')");
    const seen = await queryAt<{ n: number }>(url, "SELECT count(*)::int AS n FROM competitor");
    expect(seen[0]?.n).toBe(inherits ? 1 : 0);
    await expect(
      become("closeloop_app", "INSERT INTO competitor (name) VALUES ('X')"),
    ).rejects.toThrow("row-level security");
  });
});
