import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MigrationFailure, migrate, readMigrations } from "@/lib/platform/db/migrate";
import { NO_FILTERS, withSchemaEngine } from "@/scripts/steps/schema-engine";
import { createEmptyDatabase, queryAt } from "@/tests/setup/database";

let folder: string;
let url: string;

function addMigration(name: string, sql: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, "migration.sql"), sql);
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "closeloop-migrations-"));
  url = await createEmptyDatabase();
  addMigration("20260101000000_first", "create table a (id int);\ninsert into a values (1);");
  addMigration(
    "20260102000000_second",
    "create function f() returns int language sql as $$ select 1; $$;",
  );
});

/** What `prisma migrate deploy` does, by Prisma's own engine: names of the migrations it applied. */
async function deployWithPrisma(): Promise<string[]> {
  const migrationDirectories = readMigrations(folder).map(({ name, sql }) => ({
    path: name,
    migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: sql } },
  }));
  const lockfile = { path: "migration_lock.toml", content: 'provider = "postgresql"' };
  const migrationsList = {
    baseDir: folder,
    lockfile,
    shadowDbInitScript: "",
    migrationDirectories,
  };
  const { appliedMigrationNames } = await withSchemaEngine(url, (engine) =>
    engine.applyMigrations({ migrationsList, filters: NO_FILTERS }),
  );
  return appliedMigrationNames;
}

afterEach(() => rmSync(folder, { recursive: true }));

describe("migrate", () => {
  it("applies what is missing, in order, and nothing the second time", async () => {
    expect(await migrate(url, folder)).toEqual(["20260101000000_first", "20260102000000_second"]);
    expect(await migrate(url, folder)).toEqual([]);
    addMigration("20260103000000_third", "insert into a values (2);");
    expect(await migrate(url, folder)).toEqual(["20260103000000_third"]);
    expect(await queryAt(url, "select id from a order by id")).toEqual([{ id: 1 }, { id: 2 }]);
  });

  it("records Prisma's checksum and one finished row for each", async () => {
    await migrate(url, folder);
    const rows = await queryAt(
      url,
      "select migration_name as name, checksum from _prisma_migrations where finished_at is not null order by 1",
    );
    expect(rows).toEqual(readMigrations(folder).map(({ name, checksum }) => ({ name, checksum })));
  });

  it("leaves nothing of a failing migration and names its line", async () => {
    addMigration("20260103000000_bad", "create table b (id int);\ninsert into nowhere values (1);");
    await expect(migrate(url, folder)).rejects.toThrow(
      'Migration 20260103000000_bad failed: relation "nowhere" does not exist (line 2)',
    );
    expect(await queryAt(url, "select to_regclass('b') as b")).toEqual([{ b: null }]);
    expect(await queryAt(url, "select count(*)::int as n from _prisma_migrations")).toEqual([
      { n: 2 },
    ]);
  });

  it("refuses a migration edited after it was applied", async () => {
    await migrate(url, folder);
    addMigration("20260101000000_first", "create table a (id bigint);");
    await expect(migrate(url, folder)).rejects.toThrow(MigrationFailure);
  });

  it("applies each once when several processes start at the same time", async () => {
    const runs = await Promise.all([1, 2, 3, 4].map(() => migrate(url, folder)));
    expect(runs.flat().sort()).toEqual(["20260101000000_first", "20260102000000_second"]);
    expect(await queryAt(url, "select id from a")).toEqual([{ id: 1 }]);
  });

  it("shares its history with Prisma's engine, either way round", async () => {
    // The adapter splits scripts at semicolons, so that engine cannot apply the function.
    rmSync(join(folder, "20260102000000_second"), { recursive: true });
    expect(await deployWithPrisma()).toEqual(["20260101000000_first"]);
    expect(await migrate(url, folder)).toEqual([]);
    addMigration("20260103000000_third", "insert into a values (2);");
    expect(await migrate(url, folder)).toEqual(["20260103000000_third"]);
    expect(await deployWithPrisma()).toEqual([]);
  });
});
