import { readFileSync } from "node:fs";
import { sharedData } from "@/tests/setup/shared-data";

export const ADMIN = { email: "admin@bench.test", password: "a bench for sitting on 5" };

const FILES = ["sales_pipeline.csv", "accounts.csv", "products.csv", "sales_teams.csv"];
const MAPPING = "docs/examples/maven-crm.mapping.json";

/** An admin, and ../shared/data/maven-crm imported by the shipped mapping; says how long it took. */
export async function fillWithMaven(): Promise<void> {
  const maven = sharedData("maven-crm");
  if (maven.missing) throw new Error("The bench needs ../shared/data/maven-crm.");
  // Imported late: the database client reads DATABASE_URL, which is set while the command runs.
  const [{ system }, { createAccount }, { hashPassword }, { ensureOrganisation }] =
    await Promise.all([
      import("@/lib/platform/db/access"),
      import("@/lib/people/data/accounts"),
      import("@/lib/platform/auth/password"),
      import("@/lib/setup/data"),
    ]);
  const [{ importFiles }, { parseMapping }, { fileOnDisk }, { disconnect }] = await Promise.all([
    import("@/lib/imports/queries/import-files"),
    import("@/lib/imports/schema"),
    import("@/lib/imports/data/source-file"),
    import("@/lib/platform/db/client"),
  ]);
  const passwordHash = await hashPassword(ADMIN.password);
  await system("bench", async (tx) => {
    await ensureOrganisation(tx);
    const name = "Bench Admin";
    await createAccount(tx, {
      email: ADMIN.email,
      name,
      role: "admin",
      unitId: null,
      passwordHash,
    });
  });
  const mapping = parseMapping(readFileSync(MAPPING, "utf8"));
  const files = FILES.map((name) => fileOnDisk(maven.file(name)));
  const { report, rejections } = await importFiles({ mapping, files, aliases: [] }, null);
  // What autovacuum does a minute after an import like this; it is off on throwaway servers.
  await system("bench", (tx) => tx.$executeRawUnsafe("analyze"));
  await disconnect();
  const rows = report.counts.reduce((sum, { created }) => sum + created, 0);
  console.log(
    `Import of maven-crm: ${(report.milliseconds / 1000).toFixed(1)} s, ${rows} records, ${rejections.length} rows rejected`,
  );
}
