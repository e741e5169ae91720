import { expect, test } from "@playwright/test";
import { makeDeal } from "./support/deals";
import { choose, sessionOf } from "./support/roles";

// A rep's work on a deal: made on a phone, moved, won once, opened again, deleted and brought back.

test.use({ storageState: sessionOf("rep") });

test("on a phone in Chinese a deal is made, moved, won and booked once", async ({
  page,
  context,
  baseURL,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await choose(context, baseURL, { locale: "zh-CN" });
  const title = await makeDeal(page, "zh-CN");
  await page.getByRole("combobox", { name: "商机阶段" }).selectOption({ label: "方案报价" });
  await expect(page.getByText("阶段已更新")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("方案报价");
  await page.getByRole("button", { name: "赢单", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("textbox", { name: /成交金额/ })).toHaveValue("12,000");
  await dialog.getByRole("button", { name: "确认赢单" }).dblclick();
  await expect(page.getByText(`“${title}”已赢单，销售已入账`)).toBeVisible();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("rowheader", { name: /^D-/ })).toHaveCount(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test("in English a deal is lost for a reason, opened again, deleted and brought back", async ({
  page,
  context,
  baseURL,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await choose(context, baseURL, { locale: "en" });
  const title = await makeDeal(page, "en");
  await page.getByRole("button", { name: "Lost", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Lose deal" }).click();
  await expect(dialog.getByText("Required").first()).toBeVisible();
  await dialog.getByRole("combobox", { name: /Reason/ }).selectOption({ label: "Price" });
  await dialog.getByRole("combobox", { name: /Lost to/ }).selectOption({ index: 1 });
  await dialog.getByRole("button", { name: "Lose deal" }).click();
  await expect(page.getByText(`Lost “${title}”`)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Lost");
  await page.getByRole("button", { name: "Negotiation" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Negotiation");
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Delete deal" }).click();
  await page.waitForURL(/\/deals$/);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.waitForURL(/\/deals\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
});

test("by keyboard a card moves to the next stage of the board and stays there", async ({
  page,
  context,
  baseURL,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await choose(context, baseURL, { locale: "en" });
  const title = await makeDeal(page, "en");
  await page.goto(`/deals/board?q=${encodeURIComponent(title)}`, { waitUntil: "networkidle" });
  const column = (stage: string) => page.getByRole("region", { name: stage, exact: true });
  await column("Prospecting").getByRole("link", { name: title }).focus();
  await page.keyboard.press("Alt+ArrowRight");
  await expect(column("Qualification").getByRole("link", { name: title })).toBeVisible();
  await expect(page.getByText("Stage changed")).toBeVisible();
  await page.reload();
  await expect(column("Qualification").getByRole("link", { name: title })).toBeVisible();
  await page.getByRole("link", { name: "List", exact: true }).click();
  await page.waitForURL(/\/deals\?q=/);
  await expect(page.getByRole("rowheader", { name: new RegExp(title) })).toBeVisible();
});
