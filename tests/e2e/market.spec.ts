import { expect, test } from "@playwright/test";
import { choose, sessionOf } from "./support/roles";

const unique = (text: string) => `${text} ${Date.now()}-${Math.floor(Math.random() * 1e6)}`;

test.describe("a rep on a phone, in English", () => {
  test.use({ storageState: sessionOf("rep"), viewport: { width: 390, height: 844 } });

  test("notes what a competitor did; a dangerous address is refused, nothing is lost", async ({
    page,
    context,
    baseURL,
  }) => {
    await choose(context, baseURL, { locale: "en" });
    await page.goto("/market/new", { waitUntil: "networkidle" });
    const title = unique("VisiGuard opens a store");
    await page.getByRole("radio", { name: "Channel" }).check();
    await page.getByLabel("Title").fill(title);
    await page.getByLabel("Competitor").selectOption({ label: "VisiGuard" });
    await page.getByText("More: credibility").click();
    await page.getByLabel("Source address").fill("javascript:alert(1)");
    await page.getByRole("main").getByRole("button", { name: "Record", exact: true }).click();
    await expect(page.getByText("Enter an address that begins with http or https")).toBeVisible();
    await expect(page.getByLabel("Title")).toHaveValue(title);
    await page.getByLabel("Source address").fill("https://example.com/news");
    await page.getByRole("main").getByRole("button", { name: "Record", exact: true }).click();
    await page.waitForURL(/\/market\/[0-9a-f-]{36}$/);
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(page.getByRole("link", { name: "example.com" })).toHaveAttribute(
      "rel",
      /noopener/,
    );
    await page.goto("/market/timeline");
    await expect(page.getByRole("link", { name: title })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      390,
    );
  });
});

test.describe("a rep on a phone, in Chinese", () => {
  test.use({ storageState: sessionOf("rep"), viewport: { width: 390, height: 844 } });

  test("notes the market from any page in three taps", async ({ page, context, baseURL }) => {
    await choose(context, baseURL, { locale: "zh-CN" });
    await page.goto("/my-day", { waitUntil: "networkidle" });
    const title = unique("视安科技降价");
    await page.getByRole("button", { name: "记录", exact: true }).last().click();
    const sheet = page.getByRole("dialog");
    await sheet.getByRole("button", { name: "市场动态" }).click();
    await sheet.getByRole("textbox", { name: /标题/ }).fill(title);
    await sheet.locator("form").getByRole("button", { name: "记录", exact: true }).click();
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await page.goto(`/market?q=${encodeURIComponent(title)}`);
    await expect(page.getByRole("link", { name: title })).toBeVisible();
  });
});

test.describe("a manager at a desk, in Chinese", () => {
  test.use({ storageState: sessionOf("manager"), viewport: { width: 1440, height: 900 } });

  test("reads what is known of a competitor", async ({ page, context, baseURL }) => {
    await choose(context, baseURL, { locale: "zh-CN" });
    await page.goto("/market?q=视安科技");
    await page.getByRole("link", { name: "视安科技", exact: true }).first().click();
    await page.waitForURL(/\/market\/competitors\//);
    await expect(page.getByRole("heading", { level: 1, name: "视安科技" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "价格点" })).toBeVisible();
    await expect(page.getByRole("heading", { name: "客户反馈" })).toBeVisible();
    await expect(page.getByText("赢单率")).toBeVisible();
  });
});
