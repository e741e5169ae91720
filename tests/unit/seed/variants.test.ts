import { expect, it } from "vitest";
import { SMART_CAMERA } from "@/prisma/seed/catalog";
import { buildDeals } from "@/prisma/seed/deals";
import { buildStoreSales } from "@/prisma/seed/store-sales";
import { WEAK_STORES } from "@/prisma/seed/story";
import { buildWorld } from "@/prisma/seed/world";
import { AS_OF } from "./figures";

const other = buildWorld(AS_OF, { seed: "other" });

it("another seed draws another company, and the same seed the same", () => {
  const [known, again] = [buildWorld(AS_OF), buildWorld(AS_OF, { seed: "other" })];
  const skills = (world: typeof known) => world.people.reps.map(({ skill }) => skill);
  expect(skills(again)).toEqual(skills(other));
  expect(skills(known)).not.toEqual(skills(other));
  expect(buildDeals(again).length).not.toBe(buildDeals(known).length);
});

it("without the stories the weak stores sell about as much as their size lets expect", () => {
  const plain = buildWorld(AS_OF, { seed: "other", plants: false });
  const share = (world: typeof plain) => {
    const sold = buildStoreSales(world).filter(({ product }) => product.sku !== SMART_CAMERA);
    return sold.filter(({ unit }) => unit in WEAK_STORES).length / sold.length;
  };
  const size = (weak: boolean) =>
    plain.units
      .filter(({ key, type }) => type === "store" && (!weak || key in WEAK_STORES))
      .reduce((sum, unit) => sum + unit.size, 0);
  expect(share(plain)).toBeCloseTo(size(true) / size(false), 2);
  expect(share(other)).toBeLessThan(0.8 * share(plain));
});
