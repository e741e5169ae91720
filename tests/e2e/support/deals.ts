import { expect } from "@playwright/test";
import type { Flow } from "./flow";

/** A new deal of 12,000 by the form, with a customer that is new too; ends on its page. */
export async function makeDeal({ page, hand, visit, t, unique }: Flow): Promise<string> {
  const title = unique("E2E");
  await visit("/deals/new");
  await hand.write(page.getByRole("textbox", { name: t("pipeline.fields.title") }), title);
  const customer = page.getByRole("combobox", { name: t("pipeline.fields.customer") });
  await hand.find(customer, customerOf(title));
  await hand.write(page.getByRole("textbox", { name: t("pipeline.fields.amount") }), "12000");
  await hand.press(page.getByRole("button", { name: t("pipeline.new.submit") }));
  await page.waitForURL(/\/deals\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
  return title;
}

/** The customer that `makeDeal` makes along with a deal of this title. */
export const customerOf = (title: string) => `${title} Ltd`;

/** Brings the deal of the page to an open stage: by its bar, which on a phone is a select. */
export async function moveTo({ page, hand, phone, t, demo }: Flow, stage: string): Promise<void> {
  const bar = page.getByRole("region", { name: t("pipeline.stageBar") });
  const name = demo(stage);
  if (phone) await hand.select(bar.getByRole("combobox"), name);
  else await hand.press(bar.getByRole("button", { name, exact: true }));
  await expect(page.getByText(t("pipeline.moved")).first()).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
}
