import { expect, test } from "@playwright/test";
import { choose, sessionOf } from "./support/roles";

test.use({ storageState: sessionOf("manager") });

test("a gap is looked into, member by member, down to its records", async ({
  page,
  context,
  baseURL,
}) => {
  await choose(context, baseURL, { locale: "en" });
  await page.goto("/analysis");
  await page.getByRole("link", { name: "Explain the gap" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Explain the gap" })).toBeVisible();
  await page.getByRole("link", { name: "Split by product" }).click();
  await page.waitForURL(/by=product/);
  await page.getByRole("table").getByRole("rowheader").getByRole("link").first().click();
  await page.waitForURL(/[?&]product=/);
  await page.getByRole("link", { name: /^product: / }).press("Enter");
  await page.waitForURL((url) => !url.searchParams.has("product"));
  await page.getByRole("table").getByRole("cell").getByRole("link").first().click();
  await page.waitForURL(/\/figures\/revenue/);
});

test("an exploration is kept as a view, and its largest customers sum with the others to the whole", async ({
  page,
  context,
  baseURL,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await choose(context, baseURL, { locale: "en" });
  await page.goto("/analysis/explore?by=customer&show=table&size=25&span=year", {
    waitUntil: "networkidle",
  });
  await expect(page.getByRole("rowheader", { name: /others together/ })).toBeVisible();
  const name = `Customers ${Date.now()}-${Math.floor(Math.random() * 1e6)}`;
  await page.getByRole("button", { name: "Views", exact: true }).click();
  await page.getByRole("menuitem", { name: "Save as new view" }).click();
  await page.getByLabel("Name").fill(name);
  await page.keyboard.press("Enter");
  const chip = page.getByRole("navigation", { name: "Views" }).getByRole("link", { name });
  await expect(chip).toHaveAttribute("aria-current", "true");
  await page.goto("/analysis/explore?view=all", { waitUntil: "networkidle" });
  await page.getByRole("button", { name: "Views", exact: true }).click();
  await page.getByRole("menuitem", { name }).click();
  await page.waitForURL(/view=.*by=customer.*show=table/);
  await expect(page.getByRole("rowheader", { name: /others together/ })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByRole("button", { name: "Views", exact: true }).click();
  await page.getByRole("menuitem", { name: `Delete “${name}”` }).click();
  await expect(chip).toBeHidden();
});

test("what is explored is in the address and in the file", async ({ page, context, baseURL }) => {
  await choose(context, baseURL, { locale: "zh-CN" });
  await page.goto("/analysis/explore?by=product&show=table");
  await page.getByLabel("时间").selectOption({ label: "月" });
  await page.waitForURL(/grain=month/);
  await expect(page.getByRole("columnheader", { name: "月" })).toBeVisible();
  await page.getByRole("button", { name: "导出" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: /CSV/ }).click(),
  ]);
  const stream = await download.createReadStream();
  const text = Buffer.concat(await stream.toArray()).toString("utf8");
  expect(text.startsWith("\uFEFF时间,成员,数值,记录数")).toBe(true);
});
