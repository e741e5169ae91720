import { expect } from "@playwright/test";
import type { Flow, Person } from "./flow";

type Who = Pick<Flow, "t"> & Person;

/** Adds a customer by the form and ends on its page; the path of that page. */
export async function addCustomer({ page, hand, visit, t }: Who, name: string): Promise<string> {
  await visit("/customers/new");
  const field = page.getByRole("textbox", { name: t("customers.fields.name"), exact: true });
  await hand.write(field, name);
  await hand.press(page.getByRole("button", { name: t("customers.add") }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  return new URL(page.url()).pathname;
}
