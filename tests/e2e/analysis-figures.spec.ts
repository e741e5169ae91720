import { expect, test } from "@playwright/test";
import { isFullRun } from "../setup/thoroughness";
import { faults } from "./support/figure-check";
import { numbersOn } from "./support/figure-walk";
import { choose, ROLES, sessionOf } from "./support/roles";

test.beforeEach(({ context, baseURL }) => choose(context, baseURL, { locale: "en" }));

/** Each page, and with the choices that change what its figures are. */
const PAGES = [
  ["compare", ["", "norm=head", "norm=same&of=product", "metric=win_rate&of=rep"]],
  ["gap", ["", "metric=win_rate", "against=lastYear&by=product", "metric=margin_rate"]],
  ["explore", ["by=product&show=table", "metric=win_rate&by=rep&show=table"]],
  ["trends", ["", "metric=units"]],
  ["customers", ["", "segment=champions&months=24"]],
  ["funnel", [""]],
  ["effort", ["", "by=rep"]],
] as const;

for (const role of ROLES) {
  if (!isFullRun && role !== "manager") continue;
  test.describe(`analysis of ${role}`, () => {
    test.use({ storageState: sessionOf(role) });

    for (const [tab, queries] of PAGES) {
      test(`every number of ${tab} opens a page that shows it, and its records`, async ({
        page,
      }) => {
        test.slow();
        for (const query of isFullRun ? queries : queries.slice(0, 1)) {
          await page.goto(`/analysis/${tab}?${query}`);
          await page.getByRole("heading", { level: 1 }).waitFor();
          const { linked, plain } = await numbersOn(page);
          expect(plain, query).toEqual([]);
          expect(linked.length, query).toBeGreaterThan(0);
          expect(await faults(page, linked), query).toEqual([]);
        }
      });
    }
  });
}
