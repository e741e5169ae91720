import { expect, test } from "@playwright/test";
import { choose, sessionOf } from "./support/roles";

test.use({ storageState: sessionOf("rep"), viewport: { width: 390, height: 844 } });

test("typing into a choice loses no key to code that loads late, and text that names nothing is not dropped", async ({
  page,
  context,
  baseURL,
}) => {
  await choose(context, baseURL, { locale: "zh-CN" });
  await page.goto("/my-day", { waitUntil: "networkidle" });
  await page.getByRole("button", { name: "记录", exact: true }).last().click();
  const sheet = page.getByRole("dialog");
  const customer = sheet.getByRole("combobox", { name: "客户" });
  await customer.waitFor();
  // From here on whatever still has to be loaded comes late.
  await page.route("**/_next/static/**", async (route) => {
    await new Promise((done) => setTimeout(done, 1500));
    await route.continue();
  });
  await customer.focus();
  await page.keyboard.type("no such 客户 n/c");
  await expect(customer).toBeFocused();
  await expect(customer).toHaveValue("no such 客户 n/c");
  await expect(page.getByRole("dialog")).toHaveCount(1);

  await sheet.getByRole("button", { name: "保存跟进", exact: true }).click();
  await expect(sheet.getByText("请从列表中选择，或清空这一项")).toBeVisible();
  await expect(customer).toBeFocused();
  await expect(customer).toHaveValue("no such 客户 n/c");
  // Escape closes the list, not the sheet around it.
  await page.keyboard.press("ArrowDown");
  await expect(sheet.getByRole("listbox")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(sheet.getByRole("listbox")).toHaveCount(0);
  await expect(customer).toBeFocused();
  await sheet.getByRole("button", { name: "清除" }).first().click();
  await expect(customer).toHaveValue("");
  await expect(sheet.getByText("请从列表中选择，或清空这一项")).toHaveCount(0);
});
