import { expect, type Page, test } from "@playwright/test";
import { choose, sessionOf } from "./support/roles";

test.use({ storageState: sessionOf("manager") });

/** The number of records under the table, "1–50 of 386". */
async function totalOf(page: Page): Promise<number> {
  const text = await page.getByRole("navigation", { name: "Pagination" }).textContent();
  return Number(text?.match(/of ([\d,]+)/)?.[1]?.replaceAll(",", ""));
}

test.describe("the list of deals", () => {
  test.beforeEach(({ context, baseURL }) => choose(context, baseURL, { locale: "en" }));

  test("filters, sorts and pages, all in the address; the back button undoes it", async ({
    page,
  }) => {
    // A choice made before the page has come to life would be lost.
    await page.goto("/deals", { waitUntil: "networkidle" });
    const all = await totalOf(page);
    await page.getByLabel("Status").selectOption("open");
    await page.waitForURL(/kind=open/);
    await expect(page.getByText(/open deals, expected to bring/)).toBeVisible();
    expect(await totalOf(page)).toBeLessThan(all);

    await page.getByRole("link", { name: "Expected", exact: true }).click();
    await page.waitForURL(/sort=-expected/);
    const amounts = page.locator("tbody tr td:nth-of-type(5)");
    const shown = (await amounts.allTextContents()).map((text) =>
      Number.parseFloat(text.replaceAll(",", "")),
    );
    expect(shown).toEqual(shown.toSorted((a, b) => b - a));

    await page.reload();
    await expect(page.getByText(/open deals, expected to bring/)).toBeVisible();
  });

  test("a search leads to the deal, its customer and back", async ({ page }) => {
    await page.goto("/deals?kind=won");
    const row = page.locator("tbody tr").first();
    const title = (await row.getByRole("rowheader").textContent()) ?? "";
    await row.getByRole("rowheader").getByRole("link").click();
    await page.waitForURL(/\/deals\/.+/);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
    await expect(page.getByRole("heading", { name: "Timeline" })).toBeVisible();
    await expect(page.getByText("Booked", { exact: true })).toBeVisible();
    await page.locator("dd .link").first().click();
    await page.waitForURL(/\/customers\//);
    await expect(page.getByRole("heading", { name: "Deals" })).toBeVisible();
    await page.getByRole("link", { name: "All deals" }).click();
    await page.waitForURL(/\/deals\?customer=/);
    await expect(page.getByRole("button", { name: /Remove filter: Customer/ })).toBeVisible();
  });

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

test("on a phone in Chinese every deal is a card and nothing scrolls sideways", async ({
  page,
  context,
  baseURL,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await choose(context, baseURL, { locale: "zh-CN", theme: "dark" });
  for (const path of ["/deals", "/customers", "/sales"]) {
    await page.goto(path);
    await expect(page.locator("tbody tr").first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  }
  await page.locator("tbody th a").first().click();
  await page.waitForURL(/\/sales\/.+/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
