import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * A folder of public data beside the project (../shared/data/NAME), which is not shipped with it.
 * Where it is missing its tests are skipped with the reason, but never in continuous integration.
 * The body of a skipped `describe` is still executed: read the files in `beforeAll` or in a test.
 *
 *     const maven = sharedData("maven-crm");
 *     describe.skipIf(maven.missing)(`maven import ${maven.note}`, () => {
 *       it("…", () => readFileSync(maven.file("sales_pipeline.csv")));
 *     });
 */
export function sharedData(name: string) {
  const folder = fileURLToPath(new URL(`../../../shared/data/${name}`, import.meta.url));
  const missing = !existsSync(folder);
  if (missing && process.env.CI === "true") {
    throw new Error(`../shared/data/${name} is missing; continuous integration needs it.`);
  }
  const note = missing ? `(skipped: ../shared/data/${name} is not there)` : "";
  if (missing) console.warn(note);
  return { missing, note, file: (path: string) => `${folder}/${path}` };
}
