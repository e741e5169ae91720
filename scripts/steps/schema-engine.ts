import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import type {
  ApplyMigrationsInput,
  ApplyMigrationsOutput,
  DiffParams,
  DiffResult,
} from "@prisma/schema-engine-wasm";
import pg from "pg";
import { root } from "../progress.mjs";

/** Prisma's own schema engine (docs/decisions/0002-schema-engine.md), as far as it is used here. */
export type SchemaEngine = {
  diff(params: DiffParams): Promise<DiffResult>;
  applyMigrations(input: ApplyMigrationsInput): Promise<ApplyMigrationsOutput>;
  free(): void;
};

/** Nothing in the database is managed by others. */
export const NO_FILTERS = { externalTables: [], externalEnums: [] };

/** The parts of @prisma/schema-engine-wasm used here; its own entry needs a bundler to load. */
type EngineModule = WebAssembly.ModuleImports & {
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
  SchemaEngine: {
    new: (options: object, log: () => void, adapter: object) => Promise<SchemaEngine>;
  };
};

let engineModule: Promise<EngineModule> | undefined;

async function loadEngineModule(): Promise<EngineModule> {
  const name = "@prisma/schema-engine-wasm/schema_engine_bg";
  const glue = (await import(name)) as EngineModule;
  const file = join(dirname(fileURLToPath(import.meta.resolve(name))), "schema_engine_bg.wasm");
  const { instance } = await WebAssembly.instantiate(readFileSync(file), {
    "./schema_engine_bg.js": glue,
  });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return glue;
}

/** The models as Prisma reads them: prisma/schema.prisma and prisma/models. */
export function schemaFiles(): { path: string; content: string }[] {
  return readdirSync(join(root, "prisma"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".prisma"))
    .sort()
    .map((path) => ({ path, content: readFileSync(join(root, "prisma", path), "utf8") }));
}

/** Object ids of the catalog's internal one-byte type "char" and of text. */
const CHAR = 18;
const TEXT = 25;

/**
 * Prisma's adapter for `pg`, taught the type "char": the engine reads it from the catalog, but the
 * adapter refuses it. It passes the adapter as text and gets its right name afterwards.
 */
function catalogAdapter(pool: pg.Pool) {
  const charColumns = new WeakMap<object, number[]>();
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<pg.QueryResult>;
  const asText = async (...args: unknown[]) => {
    const result = await query(...args);
    const chars = result.fields.filter(({ dataTypeID }) => dataTypeID === CHAR);
    charColumns.set(
      result.rows,
      chars.map((field) => result.fields.indexOf(field)),
    );
    for (const field of chars) field.dataTypeID = TEXT;
    return result;
  };
  Object.assign(pool, { query: asText });
  const factory = new PrismaPg(pool);
  const connect = async () => {
    const adapter = await PrismaPg.prototype.connect.call(factory);
    const plain = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (statement) => {
      const result = await plain(statement);
      for (const index of charColumns.get(result.rows) ?? []) {
        result.columnTypes[index] = ColumnTypeEnum.Character;
      }
      return result;
    };
    return adapter;
  };
  return bindMigrationAwareSqlAdapterFactory(Object.assign(factory, { connect }));
}

/** Opens the engine on a database for the time of `work`. */
export async function withSchemaEngine<T>(
  url: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  engineModule ??= loadEngineModule();
  const { SchemaEngine } = await engineModule;
  const pool = new pg.Pool({ connectionString: url });
  const datamodels = schemaFiles().map(({ path, content }) => [path, content]);
  const engine = await SchemaEngine.new({ datamodels }, () => undefined, catalogAdapter(pool));
  try {
    return await work(engine);
  } finally {
    engine.free();
    await pool.end();
  }
}
