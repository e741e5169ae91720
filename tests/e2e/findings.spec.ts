import { expect, test } from "@playwright/test";
import { choose, sessionOf } from "./support/roles";

const unique = (text: string) => `${text} ${Date.now()}-${Math.floor(Math.random() * 1e6)}`;

test.describe("a manager at a desk, in Chinese", () => {
  test.use({ storageState: sessionOf("manager"), viewport: { width: 1440, height: 900 } });

  test("looks for findings, opens a weak store and its records", async ({
    page,
    context,
    baseURL,
  }) => {
    await choose(context, baseURL, { locale: "zh-CN" });
    await page.goto("/findings", { waitUntil: "networkidle" });
    await page.getByRole("button", { name: "立即查找发现" }).click();
    await expect(page.getByText(/查找完成/)).toBeVisible({ timeout: 30_000 });
    await page.getByRole("link", { name: "苏州店销售额远低于同类" }).click();
    await page.waitForURL(/\/findings\/[0-9a-f-]{36}$/);
    await expect(page.getByText(/Fisher|稳健 z（中位数与 MAD）/)).toBeVisible();
    await expect(page.getByRole("heading", { name: "客户怎么说" })).toBeVisible();
    await page.locator('a[href^="/figures/revenue"]').click();
    await page.waitForURL(/\/figures\/revenue\?/);
  });
});

test.describe("a manager at a desk, in English", () => {
  test.use({ storageState: sessionOf("manager"), viewport: { width: 1440, height: 900 } });

  test("confirms a finding and merges another one into it", async ({ page, context, baseURL }) => {
    await choose(context, baseURL, { locale: "en" });
    const write = async (title: string) => {
      await page.goto("/findings/new", { waitUntil: "networkidle" });
      await page.getByLabel("Title").fill(title);
      await page.getByRole("button", { name: "Save finding" }).click();
      await page.waitForURL(/\/findings\/[0-9a-f-]{36}$/);
    };
    const [first, second] = [unique("The bridge is closed"), unique("Nobody crosses the river")];
    await write(first);
    await page.getByRole("main").getByRole("button", { name: "Confirm" }).click();
    await expect(page.getByRole("button", { name: "Take back" })).toBeVisible();
    await write(second);
    await page.getByRole("main").getByRole("button", { name: "Merge" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Merge" }).click();
    await dialog.getByLabel("Merge into").fill(first);
    await page.getByRole("option", { name: first }).click();
    await dialog.getByRole("button", { name: "Merge" }).click();
    await expect(page.getByRole("link", { name: first })).toBeVisible();
    // Both go again: others look at the same findings.
    const remove = async () => {
      await page.getByRole("button", { name: "Delete", exact: true }).click();
      await page.waitForURL(/\/findings$/);
    };
    await remove();
    await page.getByRole("link", { name: first }).click();
    await page.waitForURL(/\/findings\/[0-9a-f-]{36}$/);
    await remove();
    await expect(page.getByText(first)).toHaveCount(0);
  });
});

test.describe("a manager on a phone, in English", () => {
  test.use({ storageState: sessionOf("manager"), viewport: { width: 390, height: 844 } });

  test("writes a finding, dismisses it with a reason and deletes it", async ({
    page,
    context,
    baseURL,
  }) => {
    await choose(context, baseURL, { locale: "en" });
    await page.goto("/findings/new", { waitUntil: "networkidle" });
    const title = unique("Parking is closed");
    await page.getByLabel("Title").fill(title);
    await page.getByRole("button", { name: "Save finding" }).click();
    await page.waitForURL(/\/findings\/[0-9a-f-]{36}$/);
    await page.getByRole("main").getByRole("button", { name: "Dismiss" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Dismiss" }).click();
    await dialog.getByLabel("Reason").fill("Open again since Monday");
    await dialog.getByRole("button", { name: "Dismiss" }).click();
    await expect(page.getByText("Open again since Monday")).toBeVisible();
    await expect(page.getByRole("button", { name: "Reopen" })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      390,
    );
    await page.getByRole("button", { name: "Delete", exact: true }).click();
    await page.waitForURL(/\/findings$/);
    await expect(page.getByText(title)).toHaveCount(0);
  });
});
