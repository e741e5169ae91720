import { expect, test } from "@playwright/test";
import { isFullRun } from "../setup/thoroughness";
import { faults } from "./support/figure-check";
import { numbersOn } from "./support/figure-walk";
import { choose, ROLES, sessionOf } from "./support/roles";

test.beforeEach(({ context, baseURL }) => choose(context, baseURL, { locale: "en" }));

const ALL = "allReps=1&allUnits=1&allProducts=1";

/** The code of a month; the demo company's data go up to today. */
function monthsAgo(count: number): string {
  const now = new Date();
  const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - count, 1));
  return first.toISOString().slice(0, 7).replace("-", "-M");
}

for (const role of ROLES) {
  test.describe(`on the dashboard of ${role}`, () => {
    test.use({ storageState: sessionOf(role) });

    for (const [name, query, chosen] of [
      ["with data", ALL, "all"],
      ["of a period without data", `${ALL}&period=2019-Q1`, "manager"],
      ["of a month that is over", `${ALL}&period=${monthsAgo(2)}`, "rep"],
    ] as const) {
      if (!isFullRun && chosen !== "all" && chosen !== role) continue;
      test(`every number ${name} opens a page that shows it, and its records`, async ({ page }) => {
        test.slow();
        await page.goto(`/dashboard?${query}`);
        await page.getByRole("heading", { level: 1 }).waitFor();
        const { linked, plain } = await numbersOn(page);
        expect(plain).toEqual([]);
        expect(linked.length).toBeGreaterThan(10);
        expect(await faults(page, linked)).toEqual([]);
      });
    }
  });
}
