import { describe, expect, it } from "vitest";
import { diffToModels } from "@/scripts/steps/schema-diff";
import { createDatabase, queryAt } from "@/tests/setup/database";

describe("migrations and models", () => {
  it("agree: an empty database with all migrations needs no change", async () => {
    expect(await diffToModels(await createDatabase())).toBe("");
  });

  it("would be seen to differ: a column that only the database has is reported", async () => {
    const url = await createDatabase();
    await queryAt(url, 'alter table "user" add column unknown_to_models text');
    expect(await diffToModels(url)).toContain('ALTER TABLE "user" DROP COLUMN "unknown_to_models"');
  });
});
