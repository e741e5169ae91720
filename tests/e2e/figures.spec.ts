import { expect, type Page, test } from "@playwright/test";
import { choose, sessionOf } from "./support/roles";

test.use({ storageState: sessionOf("manager") });
test.beforeEach(({ context, baseURL }) => choose(context, baseURL, { locale: "en" }));

const numberIn = (text: string) =>
  Number(text.replace(/[^\d.\u2212-]/g, "").replace("\u2212", "-"));

/** The value beside a label of the definition. */
const fact = (page: Page, label: string) =>
  page
    .locator("dt", { hasText: new RegExp(`^${label}$`) })
    .locator("xpath=following-sibling::dd[1]");

test("revenue of a card is the sum of the sales behind it", async ({ page }) => {
  await page.goto("/dashboard");
  const card = page.locator("a[href^='/figures/revenue?']").first();
  await expect(card).toBeVisible();
  const [shown = ""] = await card.allInnerTexts();
  await card.click();
  await page.waitForURL("**/figures/revenue?**");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(shown.trim());
  const [result = ""] = await fact(page, "Result").allInnerTexts();
  expect(numberIn(result)).toBeGreaterThan(0);

  await page.getByRole("link", { name: "See and export all" }).click();
  await page.waitForURL("**/sales?**");
  await expect
    .poll(async () => numbersIn((await page.locator("tfoot").allInnerTexts()).join(" ")))
    .toContain(numberIn(result));
});

function numbersIn(text: string): number[] {
  return (text.match(/[\d,]+(?:\.\d+)?/g) ?? []).map(numberIn);
}
