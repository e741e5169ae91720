import { beforeAll, describe, expect, it } from "vitest";
import { companyFigures } from "@/lib/findings/data/company-figures";
import { lookForFindings } from "@/lib/findings/data/look-for-findings";
import { saveFindings } from "@/lib/findings/data/save-findings";
import { lookAfterLoading } from "@/lib/findings/queries/run";
import { unitsBelow } from "@/lib/people/data/units-below";
import { system } from "@/lib/platform/db/access";
import { businessContext } from "@/lib/settings/data/business-context";
import { addDays, type BusinessDate } from "@/lib/shared/business-date";
import { buildDemo } from "@/prisma/seed/build";
import { seedDemo } from "@/prisma/seed/demo";
import { CAMERA } from "@/prisma/seed/story";
import { query } from "@/tests/setup/database";
import { demoFigures } from "@/tests/setup/demo-figures";

const AS_OF: BusinessDate = "2026-11-23";
const BEFORE = addDays(AS_OF, -CAMERA.relaunch - 1);
let root: string;

beforeAll(async () => {
  await seedDemo({ asOf: AS_OF });
  const [top] = await query<{ id: string }>("SELECT id FROM unit WHERE type = 'company'");
  root = top?.id ?? "";
}, 120_000);

const look = (asOf: BusinessDate) =>
  system("look", (tx) => lookForFindings(tx, root, undefined, asOf));
const save = async (asOf: BusinessDate) => {
  const found = await look(asOf);
  return system("save", (tx) => saveFindings(tx, { ...found, requestedById: null }));
};

describe("the figures the tests look at", () => {
  it("are those of the company in memory, product by product and week by week", async () => {
    const figures = await system("read", async (tx) => {
      const units = [...(await unitsBelow(tx, root, { from: BEFORE, to: addDays(BEFORE, 1) }))];
      const field = { root, units, asOf: BEFORE, context: await businessContext(tx) };
      return companyFigures(tx, field, () => {});
    });
    const memory = demoFigures(buildDemo(AS_OF), BEFORE);
    expect(figures.months).toEqual(memory.months);
    expect(figures.weeks).toEqual(memory.weeks);
    const skus = await query<{ id: string; sku: string }>("SELECT id, sku FROM product");
    const idOf = new Map(skus.map(({ id, sku }) => [sku, id]));
    for (const { productId, revenue, weekly } of memory.products) {
      const found = figures.products.find((one) => one.productId === idOf.get(productId));
      for (const [at, amount] of revenue.entries())
        expect(found?.revenue[at]).toBeCloseTo(amount, 2);
      for (const [at, amount] of weekly.entries()) expect(found?.weekly[at]).toBeCloseTo(amount, 2);
    }
    const sum = (sellers: typeof figures.sellers, of: "won" | "closed") =>
      sellers.reduce((total, seller) => total + seller[of], 0);
    for (const of of ["won", "closed"] as const)
      expect(sum(figures.sellers, of)).toBe(sum(memory.sellers, of));
    const heads = (units: typeof figures.units) =>
      units
        .filter(({ revenue }) => revenue > 0)
        .map((unit) => unit.heads.toFixed(6))
        .sort();
    expect(heads(figures.units)).toEqual(heads(memory.units));
    const counts = (pairs: typeof figures.competitors) =>
      pairs
        .map(({ recent, before }) => [recent.hits, recent.n, before.hits, before.n].join())
        .sort();
    expect(counts(figures.competitors)).toEqual(counts(memory.competitors));
  });
});

describe("findings of the demo company", () => {
  it("name the weak camera and the three weak stores before anything was done", async () => {
    const { found, tests } = await look(BEFORE);
    const kinds = Map.groupBy(found, ({ kind }) => kind);
    expect(kinds.get("product_low")).toHaveLength(1);
    expect(kinds.get("unit_low")).toHaveLength(3);
    expect(tests).toBeGreaterThan(80);
    const camera = await query<{ title: string; title_en: string; status: string }>(
      "SELECT title, title_en, status FROM finding WHERE kind = 'product_low' AND unit_id = $1",
      [root],
    );
    expect(camera).toEqual([
      {
        ...{ title: "智能摄像机持续低于原有水平", status: "confirmed" },
        title_en: "Smart Camera sells persistently low",
      },
    ]);
  });

  it("looked for twice are the same: nothing doubled, nothing new", async () => {
    const rows = () =>
      query("SELECT id, fingerprint, status, evidence, version FROM finding ORDER BY id");
    await save(AS_OF);
    const first = await rows();
    expect(await save(AS_OF)).toMatchObject({ fresh: 0 });
    expect(await rows()).toEqual(first);
  });

  it("two looks at once make each finding once", async () => {
    await query("DELETE FROM finding WHERE kind <> 'own'");
    const told = await Promise.all([save(BEFORE), save(BEFORE)]);
    expect(told.filter(({ fresh }) => fresh === 0)).toHaveLength(1);
    const [{ n, prints } = { n: 0, prints: 1 }] = await query<{ n: number; prints: number }>(
      "SELECT count(*)::int AS n, count(DISTINCT fingerprint)::int AS prints FROM finding WHERE kind <> 'own'",
    );
    expect(n).toBe(prints);
  });

  it("no longer found is no longer current, and current again when it is found again", async () => {
    const camera = async () =>
      (
        await query<{ current: boolean }>("SELECT current FROM finding WHERE kind = 'product_low'")
      )[0];
    await save(AS_OF);
    expect(await camera()).toEqual({ current: false });
    await save(BEFORE);
    expect(await camera()).toEqual({ current: true });
  });

  it("dismissed ones stay dismissed until they are worse by half", async () => {
    const dismissed = (share: number) =>
      query(
        "UPDATE finding SET status = 'dismissed', reason = 'r', dismissed_severity = severity * $1 WHERE kind = 'product_low'",
        [share],
      );
    const status = async () =>
      (await query<{ status: string }>("SELECT status FROM finding WHERE kind = 'product_low'"))[0]
        ?.status;
    await dismissed(0.7);
    expect(await save(BEFORE)).toMatchObject({ fresh: 0 });
    expect(await status()).toBe("dismissed");
    await dismissed(0.6);
    expect(await save(BEFORE)).toMatchObject({ fresh: 1 });
    expect(await status()).toBe("proposed");
  });

  it("are looked for over the whole company after data was loaded", async () => {
    const [told] = await lookAfterLoading();
    expect(told?.found).toBeGreaterThan(0);
  });
});
