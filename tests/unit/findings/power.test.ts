import { expect, it } from "vitest";
import { measurePower } from "@/tests/bench/findings-power";
import { isFullRun } from "../../setup/thoroughness";

// A sample of `npm run bench -- findings`, which draws 100 and 200 companies.
it("names the planted product and stores, and next to nothing where none is planted", () => {
  const { planted, named, plain, misled } = measurePower(isFullRun ? 20 : 3, isFullRun ? 20 : 3);
  expect(named / planted).toBeGreaterThanOrEqual(0.6);
  expect(misled / plain).toBeLessThanOrEqual(0.35);
}, 120_000);
