import { describe, expect, it } from "vitest";
import { buildDemo } from "@/prisma/seed/build";
import { SMART_CAMERA } from "@/prisma/seed/catalog";
import { RIVAL } from "@/prisma/seed/pipeline";
import { CAMERA, TRAINING, WEAK_STORES } from "@/prisma/seed/story";
import { AS_OF, ago, revenue } from "./figures";

const demo = buildDemo(AS_OF);
const { sales, deals, world } = demo;

describe("the story of the products", () => {
  const categoryOf = new Map(world.products.map((product) => [product.id, product.category]));

  /** Share of the Smart Camera in its category's revenue. */
  function share(from: number, to: number): number {
    const inside = ago(demo, from, to);
    const all = revenue(
      sales,
      (s) => inside(s.soldOn) && categoryOf.get(s.product.id) === "security",
    );
    const camera = revenue(sales, (s) => inside(s.soldOn) && s.product.sku === SMART_CAMERA);
    return camera / all;
  }

  const before = share(CAMERA.declineFrom + 270, CAMERA.declineFrom);

  it("shows the Smart Camera low against its category in each quarter of nine months", () => {
    for (const end of [275, 185, 140]) {
      expect(share(end + 90, end)).toBeLessThan(before * 0.8);
    }
  });

  it("shows it back at its old share in the last two months", () => {
    expect(share(60, 0)).toBeGreaterThan(before * 0.9);
  });

  it("leaves the rest of the category where it was", () => {
    const others = (from: number, to: number) =>
      revenue(sales, (s) => {
        const category = categoryOf.get(s.product.id);
        return ago(demo, from, to)(s.soldOn) && category !== "security";
      });
    expect(others(370, 190) / others(735, 555)).toBeGreaterThan(0.95);
  });

  it("names the rival, with price and quality, in the deals it lost meanwhile", () => {
    const lostTo = (from: number, to: number) =>
      deals.filter(
        (deal) =>
          ago(demo, from, to)(deal.closedOn) &&
          deal.loss?.competitor === RIVAL &&
          deal.lines[0]?.product.sku === SMART_CAMERA,
      );
    const low = lostTo(330, 90);
    const earlier = lostTo(700, 460);
    expect(low.length).toBeGreaterThan(earlier.length * 2);
    const reasons = low.filter((deal) => ["价格", "产品质量"].includes(deal.loss?.reason ?? ""));
    expect(reasons.length / low.length).toBeGreaterThan(0.7);
  });
});

describe("the story of the stores", () => {
  const stores = world.units.filter((unit) => unit.parent === "east" && unit.type === "store");
  const isWeak = (key: string) => key in WEAK_STORES;

  const trade = (key: string, from: number, to: number) =>
    revenue(sales, (s) => s.unit === key && ago(demo, from, to)(s.soldOn));
  const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

  it("shows three stores a quarter or more below the median of their peers for a year", () => {
    const year = stores.map(({ key }) => ({ key, sold: trade(key, 435, TRAINING.start + 1) }));
    const peers = median(year.filter(({ key }) => !isWeak(key)).map(({ sold }) => sold)) ?? 0;
    for (const { key, sold } of year) {
      if (isWeak(key)) expect(sold).toBeLessThan(peers * 0.76);
      else expect(sold).toBeGreaterThan(peers * 0.8);
    }
  });

  it("lifts them against the other nine once they were trained", () => {
    const lift = (weak: boolean) => {
      const group = stores.filter(({ key }) => isWeak(key) === weak);
      const sum = (from: number, to: number) =>
        group.reduce((all, { key }) => all + trade(key, from, to), 0);
      return sum(TRAINING.done, 0) / 43 / (sum(266, TRAINING.start + 1) / 196);
    };
    const effect = lift(true) / lift(false) - 1;
    expect(effect).toBeGreaterThan(0.15);
    expect(effect).toBeLessThan(0.4);
  });
});
