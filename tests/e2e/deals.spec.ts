import { expect, test } from "@playwright/test";
import { flowsFrom } from "./support/flow";
import { choose, sessionOf } from "./support/roles";

const flow = flowsFrom(0);

flow(
  "the list of deals is filtered, sorted and paged in its address; back undoes it",
  "manager",
  async (it) => {
    const { page, hand, visit, phone, t } = it;
    await visit("/deals?view=all");
    /** "1–50 of 386", as numbers. */
    const range = async () => {
      const pages = page.getByRole("navigation", { name: t("common.pagination") });
      const text = (await pages.locator("span").first().textContent()) ?? "";
      const numbers = text.match(/[\d,]+/g) ?? [];
      const [from, to, total] = numbers.map((number) => Number(number.replaceAll(",", "")));
      return { from, to, total: total ?? 0 };
    };
    const all = (await range()).total;
    const status = page.getByRole("combobox", { name: t("lists.kind") });
    await hand.select(status, t("deals.kinds.open"));
    await page.waitForURL(/kind=open/);
    await expect.poll(async () => (await range()).total).toBeLessThan(all);
    const open = (await range()).total;

    await hand.press(page.getByRole("link", { name: t("common.nextPage") }));
    await page.waitForURL(/page=2/);
    await expect.poll(range).toMatchObject({ from: 51 });
    await page.goBack();
    await expect.poll(range).toMatchObject({ from: 1, to: 50 });
    if (!phone) {
      await hand.press(page.getByRole("link", { name: t("deals.columns.expected"), exact: true }));
      await page.waitForURL(/sort=-expected/);
      const amounts = page.locator("tbody tr td:nth-of-type(5)");
      const shown = (await amounts.allTextContents()).map((text) =>
        Number.parseFloat(text.replaceAll(",", "")),
      );
      expect(shown).toEqual(shown.toSorted((a, b) => b - a));
    }
    await page.reload({ waitUntil: "networkidle" });
    await expect.poll(async () => (await range()).total).toBeLessThan(all);
    await hand.select(status, `${t("lists.kind")}: ${t("common.all")}`);
    await expect.poll(async () => (await range()).total).toBeGreaterThan(open);
  },
);

flow("a deal leads to its customer and on to the customer's deals", "manager", async (it) => {
  const { page, hand, visit, t } = it;
  await visit("/deals?view=all&kind=won&size=25");
  const link = page.locator("tbody th a").first();
  const title = (await link.textContent()) ?? "";
  await hand.press(link);
  await page.waitForURL(/\/deals\/[0-9a-f-]{36}/);
  const main = page.getByRole("main");
  await expect(main.getByRole("heading", { level: 1 })).toContainText(title);
  await expect(main.getByRole("heading", { name: t("timeline.title") })).toBeVisible();
  await expect(main.getByText(t("deals.columns.booked"), { exact: true })).toBeVisible();
  await hand.press(main.locator("dd a[href^='/customers/']").first());
  await page.waitForURL(/\/customers\/[0-9a-f-]{36}/);
  await hand.press(main.getByRole("link", { name: t("customers.detail.allDeals") }));
  await page.waitForURL(/\/deals\?customer=/);
  await expect(
    page.getByRole("button", { name: t("common.removeFilter", { name: t("lists.customer") }) }),
  ).toBeVisible();
});

test.describe("the list of deals", () => {
  test.use({ storageState: sessionOf("manager") });
  test.beforeEach(({ context, baseURL }) => choose(context, baseURL, { locale: "en" }));

  test("a list that matches nothing says what to do", async ({ page }) => {
    await page.goto("/deals?q=no-deal-is-called-this");
    await expect(page.getByText("No records match")).toBeVisible();
    await page.getByRole("link", { name: "Clear all filters" }).click();
    await expect(page).toHaveURL(/\/deals\?view=all$/);
    await expect(page.locator("tbody tr").first()).toBeVisible();
  });

  test("values in the address that make no sense do no harm", async ({ page }) => {
    const response = await page.goto(
      "/deals?stage=x&page=-1&size=7&sort=drop&from=2026-02-30&owner=%00",
    );
    expect(response?.status()).toBe(200);
    await expect(page.locator("tbody tr").first()).toBeVisible();
  });
});
