import { expect, test } from "@playwright/test";
import { choose, sessionOf } from "./support/roles";

test.use({ storageState: sessionOf("manager") });

test("by keyboard alone: open, type, choose, arrive", async ({ page, context, baseURL }) => {
  await choose(context, baseURL, { locale: "en" });
  await page.goto("/customers", { waitUntil: "networkidle" });
  const name = (await page.locator("tbody th a").first().textContent()) ?? "";
  await page.locator("body").press("/");
  const box = page.getByRole("combobox", { name: /Search deals/ });
  await expect(box).toBeFocused();
  await page.keyboard.type(name.slice(0, 12));
  const customer = page.getByRole("group", { name: "Customers" }).getByRole("option").first();
  await expect(customer).toContainText(name.slice(0, 12));
  while ((await customer.getAttribute("aria-selected")) !== "true") {
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/customers\/.+/);
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("Ctrl+K, Chinese, pages, and Escape", async ({ page, context, baseURL }) => {
  await choose(context, baseURL, { locale: "zh-CN" });
  await page.goto("/deals", { waitUntil: "networkidle" });
  await page.locator("body").press("Control+k");
  const box = page.getByRole("combobox", { name: /搜索商机/ });
  await box.fill("上海");
  await expect(page.getByRole("group", { name: "商机" }).getByRole("option").first()).toBeVisible();
  await expect(page.getByRole("group", { name: "客户" }).getByRole("option").first()).toBeVisible();
  await box.fill("目标");
  await expect(page.getByRole("option", { name: "目标" })).toBeVisible();
  await box.fill("没有这样的东西");
  await expect(page.getByText("没有找到“没有这样的东西”")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("`/` typed in a field stays in the field", async ({ page }) => {
  await page.goto("/deals", { waitUntil: "networkidle" });
  const search = page.getByRole("searchbox").first();
  await search.press("/");
  await expect(search).toHaveValue("/");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});
