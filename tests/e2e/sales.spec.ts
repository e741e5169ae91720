import { expect, type Page, test } from "@playwright/test";
import { recordSale } from "./support/records";
import { choose, sessionOf } from "./support/roles";

/** A day nobody else enters: of the years before the demo company. */
function someDay(): string {
  const day = new Date(Date.UTC(2004, 0, 1 + Math.floor(Math.random() * 5000)));
  return day.toISOString().slice(0, 10);
}

const cell = (page: Page, place: string) => page.locator(`[data-cell="${place}"]`);

test.describe("a manager at a desk, in Chinese", () => {
  test.use({ storageState: sessionOf("manager"), viewport: { width: 1440, height: 900 } });

  test("enters a store's day by keyboard; of two who do, the second sees both numbers", async ({
    page,
    context,
    baseURL,
  }) => {
    await choose(context, baseURL, { locale: "zh-CN" });
    const address = `/sales/days?day=${someDay()}`;
    const other = await context.newPage();
    await page.goto(address, { waitUntil: "networkidle" });
    await other.goto(address, { waitUntil: "networkidle" });

    await cell(page, "0:0").focus();
    await page.keyboard.type("2");
    await page.keyboard.press("Tab");
    await page.keyboard.type("1,398");
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.type("-1");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+s");
    await expect(page.getByText("有数量但没有金额").first()).toBeVisible();
    await page.keyboard.type("-99");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+s");
    await expect(page.getByText("已保存 2 行")).toBeVisible();

    await cell(other, "0:0").focus();
    await other.keyboard.type("5");
    await other.keyboard.press("Tab");
    await other.keyboard.type("3495");
    await other.keyboard.press("Enter");
    await other.keyboard.press("Control+s");
    const dialog = other.getByRole("dialog");
    await expect(dialog).toContainText("1,398");
    await expect(dialog).toContainText("3,495");
    await dialog.getByRole("button", { name: "全部保留我的" }).click();
    await dialog.getByRole("button", { name: "确定并保存" }).click();
    await expect(other.getByText("已保存 1 行")).toBeVisible();

    await page.reload({ waitUntil: "networkidle" });
    await expect(cell(page, "0:1")).toHaveText("3,495");
    await expect(cell(page, "1:1")).toHaveText("−99");
    await expect(page.getByText("已录 2 个产品")).toBeVisible();
  });
});

test.describe("on a phone, in English", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test.describe("a manager", () => {
    test.use({ storageState: sessionOf("manager") });

    test("finds unsaved numbers again and saves them", async ({ page, context, baseURL }) => {
      await choose(context, baseURL, { locale: "en" });
      await page.goto(`/sales/days?day=${someDay()}`, { waitUntil: "networkidle" });
      await page.getByLabel("Smart Lock Qty").fill("3");
      const problem = page.getByRole("main").getByRole("alert");
      await expect(problem).toHaveText("There is a quantity but no amount");
      await page.reload({ waitUntil: "networkidle" });
      await expect(page.getByText("Brought back what you had not saved")).toBeVisible();
      await page.getByRole("button", { name: "Fill amounts at list price" }).click();
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await expect(page.getByText("1 line saved")).toBeVisible();
      await expect(page.getByLabel("Smart Lock Amount")).toHaveValue("5,097");
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        390,
      );
    });
  });

  test.describe("a rep", () => {
    test.use({ storageState: sessionOf("rep") });

    test("corrects a sale, deletes it and takes that back", async ({ page, context, baseURL }) => {
      await choose(context, baseURL, { locale: "en" });
      const path = await recordSale(page, `SO-${Date.now()}-${Math.floor(Math.random() * 1e6)}`);
      await page.getByRole("link", { name: "Correct" }).click();
      await page.waitForURL(/\/edit$/);
      await page.getByLabel("Quantity").fill("3");
      await page.getByLabel("Amount").fill("1797");
      await page.getByRole("button", { name: "Save correction" }).click();
      await page.waitForURL(`**${path}`);
      await expect(page.getByRole("main")).toContainText("1,797");
      await page.getByRole("button", { name: "Delete" }).click();
      await page.getByRole("button", { name: "Undo" }).click();
      await page.waitForURL(`**${path}`);
      await expect(page.getByRole("main")).toContainText("1,797");
    });
  });
});
