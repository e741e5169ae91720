import { type Browser, expect, type Page } from "@playwright/test";
import type { MadeRecord } from "./pages";
import { choose, sessionOf } from "./roles";

const made = new Map<MadeRecord, Promise<string>>();

/** The path of a record that the demo company has none of, made by an admin once a worker. */
export function makeRecord(
  kind: MadeRecord,
  browser: Browser,
  baseURL: string | undefined,
): Promise<string> {
  const known = made.get(kind) ?? asAdmin(browser, baseURL, MAKERS[kind]);
  made.set(kind, known);
  return known;
}

async function asAdmin(
  browser: Browser,
  baseURL: string | undefined,
  make: (page: Page) => Promise<string>,
): Promise<string> {
  const context = await browser.newContext({ baseURL, storageState: sessionOf("admin") });
  await choose(context, baseURL, { locale: "en" });
  try {
    return await make(await context.newPage());
  } finally {
    await context.close();
  }
}

const MAKERS: Record<MadeRecord, (page: Page) => Promise<string>> = {
  invitation: inviteSomebody,
  reset: makeResetLink,
  customer: async (page) => `${await addCustomer(page)}/edit`,
  merge: async (page) => {
    const other = (await addCustomer(page)).split("/").at(-1);
    return `${await addCustomer(page)}/merge?with=${other}`;
  },
  sale: async (page) => `${await recordSale(page, unlikeAnyOther())}/edit`,
  upload: (page) => upload(page),
  batch: async (page) => {
    await upload(page);
    await page.getByRole("button", { name: "Import the rest" }).click();
    await page.waitForURL("**/data/batches/*");
    return new URL(page.url()).pathname;
  },
};

/** The page of a new customer. */
async function addCustomer(page: Page): Promise<string> {
  await page.goto("/customers/new");
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(unlikeAnyOther());
  await page.getByRole("button", { name: "New customer" }).click();
  await page.waitForURL(/\/customers\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

/** The page of a new sale. */
async function recordSale(page: Page, order: string): Promise<string> {
  await page.goto("/sales/new", { waitUntil: "networkidle" });
  await page.getByRole("combobox", { name: "Product" }).fill("Smart Camera");
  await page.getByRole("option", { name: "Smart Camera" }).first().click();
  await page.getByLabel("Quantity").fill("2");
  await page.getByLabel("Amount").fill("1198");
  await page.getByLabel("Order number").fill(order);
  await page.getByRole("button", { name: "Record sale" }).click();
  await page.waitForURL(/\/sales\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

async function inviteSomebody(page: Page): Promise<string> {
  const name = unlikeAnyOther();
  await page.goto("/settings/users");
  await page.getByRole("button", { name: "Invite" }).click();
  const form = page.getByRole("dialog");
  await form.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  await form.getByRole("textbox", { name: "E-mail" }).fill(`${name}@example.test`);
  await form.getByRole("button", { name: "Add" }).click();
  return shownLink(page, "invitation");
}

async function makeResetLink(page: Page): Promise<string> {
  await page.goto("/settings/users?q=Guohao");
  await page.getByRole("link", { name: /Guohao Liang/ }).click();
  await page.getByRole("button", { name: /reset link/i }).click();
  return shownLink(page, "reset");
}

/** The path in the dialog that shows a fresh link. */
async function shownLink(page: Page, kind: "invitation" | "reset"): Promise<string> {
  const field = page.getByRole("textbox", { name: /link/i });
  await expect(field).toHaveValue(new RegExp(`/${kind}/`));
  return new URL(await field.inputValue()).pathname;
}

const mapping = {
  version: 1,
  source: "browser-test-pages",
  title: "Customers of a fair",
  entries: [
    { file: "fair.csv", kind: "customers", fields: { name: "name", foundedYear: "founded" } },
  ],
};

/** A file of which one row is good and one is not, uploaded and checked. */
async function upload(page: Page): Promise<string> {
  const file = (name: string, text: string) => ({
    name,
    mimeType: "text/plain",
    buffer: Buffer.from(text),
  });
  const rows = ["name,founded", `${unlikeAnyOther()},1999`, "Customer of the fair,soon"];
  await page.goto("/data");
  await page.getByLabel(/^Mapping$/).selectOption({ label: "Upload a mapping file…" });
  await page
    .getByLabel("Mapping file (JSON)")
    .setInputFiles(file("m.json", JSON.stringify(mapping)));
  await page.getByLabel("Data files").setInputFiles(file("fair.csv", rows.join("\n")));
  await page.getByRole("button", { name: "Upload and check" }).click();
  await page.waitForURL("**/data/uploads/*");
  await expect(page.getByText("Nothing has been written yet")).toBeVisible();
  return new URL(page.url()).pathname;
}

function unlikeAnyOther(): string {
  return `page-${crypto.randomUUID().slice(0, 13)}`;
}
