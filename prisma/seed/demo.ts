import { system, type Tx } from "@/lib/platform/db/access";
import { seedDefaults } from "@/lib/settings/data/defaults";
import type { BusinessDate } from "@/lib/shared/business-date";
import { addMonths } from "@/lib/shared/business-date";
import { startOfGrain } from "@/lib/shared/period";
import { buildProducts, catalogRows } from "./catalog";
import { buildCustomers, customerRows } from "./customers";
import { insertRows } from "./insert";
import { buildPeople, peopleRows } from "./people";
import { loadPipeline } from "./pipeline";
import { clearDatabase, isEmptyDatabase } from "./reset";
import { credentialRows } from "./sign-ins";
import { buildUnits, unitRows } from "./units";

/** Where the demo's records are counted as one batch in the audit log. */
const AUDIT_BATCH = "0de30000-0000-7000-8000-000000000001";

export type DemoOptions = {
  /** Today; everything is dated relative to it. */
  asOf: BusinessDate;
  onProgress?: (step: string) => void;
  /** Deletes what is there first, if that is a demo company too. */
  reset?: boolean;
};

/**
 * Loads the demo company into an empty database, all or nothing. The same `asOf` gives the same
 * records, ids included. Refuses a database that holds anything, unless `reset` is given and what
 * it holds is a demo company.
 */
export async function seedDemo({ asOf, onProgress = () => {}, reset = false }: DemoOptions) {
  await system("load the demo company", async (tx) => {
    await tx.$executeRaw`SELECT set_config('app.audit_batch', ${AUDIT_BATCH}, true)`;
    if (reset) await clearDatabase(tx);
    else if (!(await isEmptyDatabase(tx))) throw new Error("The database is not empty.");
    await load(tx, asOf, onProgress);
  });
}

async function load(tx: Tx, asOf: BusinessDate, onProgress: (step: string) => void) {
  const from = addMonths(startOfGrain(asOf, "quarter"), -24);
  onProgress("people and units");
  await seedDefaults(tx, {
    ...{ name: "星桥智能", nameEn: "Starbridge", baseCurrency: "CNY", timeZone: "Asia/Shanghai" },
    ...{ fiscalYearStartMonth: 1, riseColour: "red", demo: true },
  });
  const units = buildUnits(from);
  const people = buildPeople(units, from, asOf);
  const { unit, unitEdge } = unitRows(units);
  const { user, assignment } = peopleRows(people, units);
  await insertRows(tx, "unit", unit);
  await insertRows(tx, "unit_edge", unitEdge);
  await insertRows(tx, "user", user);
  await insertRows(tx, "assignment", assignment);
  await insertRows(tx, "credential", await credentialRows(people));
  onProgress("products and customers");
  const products = buildProducts(from);
  const catalog = catalogRows(products, from);
  await insertRows(tx, "product_category", catalog.category);
  await insertRows(tx, "product", catalog.product);
  const customers = buildCustomers(people, from, asOf);
  await insertRows(tx, "customer", customerRows(customers, units));
  await loadPipeline(tx);
}
