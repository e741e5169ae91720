import { expect, type Page } from "@playwright/test";

/** What the form for a new deal calls its fields. */
export const DEAL_WORDS = {
  en: {
    title: /Deal name/,
    customer: /^Customer/,
    amount: /Expected amount/,
    create: /Create deal/,
  },
  "zh-CN": { title: /商机名称/, customer: /^客户/, amount: /预计金额/, create: /创建商机/ },
} as const;

/** A new deal by the form, with a customer that is new too; leaves the browser on its page. */
export async function makeDeal(page: Page, locale: keyof typeof DEAL_WORDS): Promise<string> {
  const words = DEAL_WORDS[locale];
  const title = `E2E ${crypto.randomUUID().slice(0, 8)}`;
  await page.goto("/deals/new", { waitUntil: "networkidle" });
  await page.getByRole("textbox", { name: words.title }).fill(title);
  const customer = page.getByRole("combobox", { name: words.customer });
  await customer.click();
  await customer.fill(`${title} Ltd`);
  await page.getByRole("option", { name: `${title} Ltd` }).click();
  await page.getByRole("textbox", { name: words.amount }).fill("12000");
  await page.getByRole("button", { name: words.create }).click();
  await page.waitForURL(/\/deals\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
  return title;
}
