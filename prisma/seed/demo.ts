import { system, type Tx } from "@/lib/platform/db/access";
import { seedDefaults } from "@/lib/settings/data/defaults";
import type { BusinessDate } from "@/lib/shared/business-date";
import { activityContactRows, activityRows } from "./activities";
import { buildDemo, type Demo } from "./build";
import { buildCalendar, calendarRows } from "./calendar";
import { catalogRows } from "./catalog";
import { contactRows, segmentRows } from "./contacts";
import { customerRows } from "./customers";
import { insertDealPeople } from "./deal-people";
import { insertDeals } from "./deal-rows";
import { discussionRows } from "./discussion";
import { insertFeedbackRows } from "./feedback-rows";
import { seedFindings } from "./findings";
import { insertRows } from "./insert";
import { marketRows } from "./market";
import { DEMO_SIGN_INS, peopleRows } from "./people";
import { loadPipeline } from "./pipeline";
import { profileRows } from "./profiles";
import { rateRows } from "./rates";
import { clearDatabase, isEmptyDatabase } from "./reset";
import { saleRows } from "./sales";
import { credentialRows } from "./sign-ins";
import { insertTargets } from "./target-rows";
import { unitFinder, unitRows } from "./units";
import { viewRows } from "./views";

/** The audit log counts the demo's records as one batch. */
const AUDIT_BATCH = "0de30000-0000-7000-8000-000000000001";

/** Milliseconds the load may take on a busy machine; usually it is seconds. */
const PATIENCE = 600_000;

/** One step of the load, for the person who waits. */
export type DemoStep =
  | "generating"
  | "people"
  | "catalog"
  | "deals"
  | "sales"
  | "targets"
  | "findings";

export type DemoOptions = {
  /** Today; everything is dated relative to it. */
  asOf: BusinessDate;
  onProgress?: (step: DemoStep) => void;
  /** Deletes what is there first, if that is a demo company too. */
  reset?: boolean;
};

/**
 * Loads the demo company into an empty database, all or nothing. The same `asOf` gives the same
 * records, ids included. Refuses a database that holds anything, unless `reset` is given and what
 * it holds is a demo company.
 */
export async function seedDemo({ asOf, onProgress = () => {}, reset = false }: DemoOptions) {
  const work = async (tx: Tx) => {
    await tx.$executeRaw`SELECT set_config('app.audit_batch', ${AUDIT_BATCH}, true)`;
    if (reset) await clearDatabase(tx);
    else if (!(await isEmptyDatabase(tx))) throw new Error("The database is not empty.");
    onProgress("generating");
    const demo = buildDemo(asOf);
    await load(tx, demo, onProgress);
    await recordBatch(tx, demo);
  };
  await system("load the demo company", work, "", PATIENCE);
}

async function load(tx: Tx, demo: Demo, onProgress: (step: DemoStep) => void): Promise<void> {
  onProgress("people");
  await loadPeople(tx, demo);
  onProgress("catalog");
  await loadCatalog(tx, demo);
  const { asOf, units, people } = demo.world;
  const find = unitFinder(units);
  const unitId = (key: string) => find(key).id;
  onProgress("deals");
  const ids = await loadPipeline(tx);
  await insertDeals(tx, demo, { asOf, ids, unitId });
  const { profiles, people: deciders } = profileRows(demo.world, demo.deals, demo.contacts);
  await insertRows(tx, "buying_profile", profiles);
  await insertRows(tx, "buying_profile_person", deciders);
  await insertDealPeople(tx, demo.deals, { world: demo.world, ids, unitId });
  await insertFeedbackRows(tx, demo.feedback, { unitId, competitor: ids.competitor });
  const notes = marketRows(demo.world, ids);
  await insertRows(tx, "market_note", notes);
  await insertRows(tx, "activity", activityRows(demo.activities, unitId));
  const participants = activityContactRows(demo.activities, demo.contacts);
  await insertRows(tx, "activity_contact", participants);
  const others = { note: String(notes.at(-1)?.id), voice: voiceOfDemoRep(demo) };
  for (const [table, rows] of Object.entries(discussionRows(demo.world, demo.deals, others)))
    await insertRows(tx, table, rows);
  onProgress("sales");
  await insertRows(tx, "sale", saleRows(demo.sales, unitId));
  onProgress("targets");
  const setterId = people.leaders.find((leader) => leader.role === "admin")?.id ?? "";
  await insertRows(tx, "saved_view", viewRows(demo.world, unitId));
  await insertTargets(tx, demo.targets, { asOf, unitId, setterId });
  onProgress("findings");
  await seedFindings(tx, demo.world);
}

/** The latest feedback the demo's rep answers. */
function voiceOfDemoRep({ world, feedback }: Demo): string | undefined {
  const rep = world.people.reps.find(({ email }) => email === DEMO_SIGN_INS.rep);
  return feedback.findLast(({ ownerId }) => ownerId === rep?.id)?.id;
}

async function loadPeople(tx: Tx, { world: { units, people, rates } }: Demo): Promise<void> {
  await seedDefaults(tx, {
    ...{ name: "星桥智能", nameEn: "Starbridge", baseCurrency: "CNY", timeZone: "Asia/Shanghai" },
    ...{ fiscalYearStartMonth: 1, riseColour: "green", demo: true },
  });
  await insertRows(tx, "calendar_day", calendarRows(buildCalendar()));
  await insertRows(tx, "exchange_rate", rateRows(rates));
  const { unit, unitEdge } = unitRows(units);
  const { user, assignment } = peopleRows(people, units);
  await insertRows(tx, "unit", unit);
  await insertRows(tx, "unit_edge", unitEdge);
  await insertRows(tx, "user", user);
  await insertRows(tx, "assignment", assignment);
  await insertRows(tx, "credential", await credentialRows(people));
}

async function loadCatalog(tx: Tx, { world, contacts }: Demo): Promise<void> {
  const { category, product } = catalogRows(world.products, world.from);
  await insertRows(tx, "product_category", category);
  await insertRows(tx, "product", product);
  const segments = segmentRows();
  await insertRows(tx, "customer_segment", segments.rows);
  await insertRows(tx, "customer", customerRows(world, segments.of));
  await insertRows(tx, "contact", contactRows(contacts));
}

/** One entry stands for all records of the demo, which the audit log would otherwise repeat. */
async function recordBatch(tx: Tx, { world, deals, sales, targets }: Demo): Promise<void> {
  const counts = {
    ...{ units: world.units.length, customers: world.customers.length, deals: deals.length },
    ...{ sales: sales.length, targets: targets.length },
  };
  await tx.auditEntry.create({
    data: {
      ...{ action: "import", subject: "demo", batchId: AUDIT_BATCH, after: counts },
      note: `Demo company as of ${world.asOf}; its records have no entries of their own.`,
    },
  });
}
