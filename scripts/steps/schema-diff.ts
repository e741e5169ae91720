import { root } from "../progress.mjs";
import { NO_FILTERS, schemaFiles, withSchemaEngine } from "./schema-engine";

/**
 * The SQL that would bring a database to the models; empty when they agree. Row security, triggers,
 * functions and partial indices are beyond Prisma's view.
 */
export async function diffToModels(url: string): Promise<string> {
  const files = schemaFiles();
  const { stdout } = await withSchemaEngine(url, (engine) =>
    engine.diff({
      from: { tag: "schemaDatasource", files, configDir: root },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters: NO_FILTERS,
    }),
  );
  const sql = stdout?.trim() ?? "";
  return sql === "-- This is an empty migration." ? "" : sql;
}
