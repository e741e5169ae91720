import { expect, test } from "@playwright/test";
import { flowsFrom } from "./support/flow";
import { choose, sessionOf } from "./support/roles";

const flow = flowsFrom(3);

flow(
  "a rep's day: the quarter, what is due, what needs attention, what waits for an answer",
  "rep",
  async (it) => {
    const { page, hand, visit, t } = it;
    await visit("/my-day");
    const main = page.getByRole("main");
    /** What stands before the value of a sentence, or after it. */
    const around = (sentence: string) => new RegExp(sentence.replace("#", ".+"));
    for (const key of ["attainment", "expected"] as const)
      await expect(main.getByText(around(t(`myDay.quarter.${key}`, { value: "#" })))).toBeVisible();
    await expect(main.getByRole("heading", { name: t("myDay.today.title") })).toBeVisible();
    const revenue = main.locator("a[href^='/figures/revenue']").first();
    await hand.press(revenue);
    await page.waitForURL(/\/figures\/revenue/);
    await expect(main.getByRole("heading", { level: 1 })).toContainText(t("metrics.revenue.name"));

    await visit("/my-day");
    const rules = ["noNextStep", "noAmount", "noCustomer"] as const;
    const counted = ["closePassed", "silent"] as const;
    const said = [
      ...rules.map((rule) => t(`myDay.deals.${rule}`)),
      ...counted.map((rule) => t(`myDay.deals.${rule}`, { days: 99 }).replace("99", "\\d+")),
    ];
    const deal = main.locator("a[href^='/deals/']").filter({ hasText: new RegExp(said.join("|")) });
    await hand.press(deal.first());
    await page.waitForURL(/\/deals\/[0-9a-f-]{36}/);
    await expect(main.getByRole("heading", { name: t("pipeline.nextStep.title") })).toBeVisible();

    await visit("/my-day");
    await hand.press(main.locator("a[href^='/feedback/']").first());
    await page.waitForURL(/\/feedback\/[0-9a-f-]{36}/);
    await expect(main.getByRole("heading", { name: t("feedback.course") })).toBeVisible();
  },
);

test.describe("a manager", () => {
  test.use({ storageState: sessionOf("manager") });

  test("looks at a rep's day", async ({ page, context, baseURL }) => {
    await choose(context, baseURL, { locale: "en" });
    await page.goto("/my-day", { waitUntil: "networkidle" });
    await page.getByLabel("Rep").selectOption({ label: "Yue Sun" });
    await page.waitForURL(/rep=/);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("The day of Yue Sun");
    await expect(page.getByText("Deals that need attention")).toBeVisible();
  });
});
