import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { choose, NOBODY, ROLES, sessionOf } from "./support/roles";

test.use({ storageState: sessionOf("admin"), locale: "en-US" });
test.beforeEach(({ context, baseURL }) => choose(context, baseURL, { locale: "en" }));

const PAGES = {
  products: "Products",
  stages: "Pipeline stages",
  calendar: "Fiscal and working calendar",
  currencies: "Currencies and rates",
  organisation: "Organisation",
  audit: "Audit log",
};

/** Names of this run, so that runs on one database do not meet. */
const stamp = Date.now().toString(36);
const main = (page: Page) => page.locator("#main");
const dialog = (page: Page) => page.getByRole("dialog");
const said = (page: Page, text: string | RegExp) =>
  expect(page.getByText(text).first()).toBeVisible();

async function accessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}

for (const role of ROLES) {
  test(`${role === "admin" ? "an admin opens" : `a ${role} finds nothing at`} every page of the settings`, async ({
    browser,
    baseURL,
  }) => {
    const context = await browser.newContext({ storageState: sessionOf(role) });
    await choose(context, baseURL, { locale: "en" });
    const page = await context.newPage();
    for (const [path, title] of Object.entries(PAGES)) {
      await page.goto(`/settings/${path}`);
      if (role === "admin") {
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
      } else {
        await expect(page.getByRole("heading", { name: title, exact: true })).toHaveCount(0);
        await said(page, /does not exist|not found/i);
      }
    }
    await context.close();
  });
}

test("a product is added, found, changed by two people at once, and deleted", async ({ page }) => {
  const name = `Lantern ${stamp}`;
  await page.goto("/settings/products");
  await page.getByRole("button", { name: "Add product" }).click();
  await dialog(page).getByLabel("Name", { exact: false }).first().fill(name);
  await accessible(page);
  await dialog(page).getByLabel("SKU").fill(`SKU-${stamp}`);
  await dialog(page).getByLabel("List price").fill("1,234.5");
  await dialog(page).getByRole("button", { name: "Add", exact: true }).click();
  await said(page, "Product added");
  await page.getByRole("searchbox", { name: /Search name/ }).fill(stamp);
  await expect(page).toHaveURL(new RegExp(`q=${stamp}`));
  const link = main(page).getByRole("link", { name });
  await expect(link).toBeVisible();
  await link.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);

  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByLabel("SKU").fill(`THEIRS-${stamp}`);
  await other.getByRole("button", { name: "Save" }).click();
  await said(other, "Product saved");
  await page.getByLabel("SKU").fill(`MINE-${stamp}`);
  await page.getByRole("button", { name: "Save" }).click();
  const conflict = page.getByRole("table").filter({ hasText: "Saved now" });
  await expect(conflict).toContainText(`MINE-${stamp}`);
  await expect(conflict).toContainText(`THEIRS-${stamp}`);
  await page.getByRole("button", { name: "Keep mine" }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await said(page, "Product saved");
  await page.reload();
  await expect(page.getByLabel("SKU")).toHaveValue(`MINE-${stamp}`);

  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expect(page).toHaveURL(/\/settings\/products$/);
});

test("a category in use is not deleted and says why", async ({ page }) => {
  await page.goto("/settings/products");
  await page.getByRole("button", { name: "Categories" }).click();
  await dialog(page)
    .getByRole("button", { name: /^Delete / })
    .first()
    .click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await said(page, /belong.* to this category, so it cannot be deleted/);
});

test("a stage is added, moved by the keyboard and deleted; the last won one stays", async ({
  page,
}) => {
  const name = `Trial ${stamp}`;
  await page.goto("/settings/stages");
  await page.getByRole("button", { name: "Add stage" }).click();
  await dialog(page).getByLabel("Name", { exact: false }).first().fill(name);
  await dialog(page).getByRole("button", { name: "Add", exact: true }).click();
  await expect(dialog(page).getByText("Required", { exact: true })).toBeVisible();
  await dialog(page)
    .getByRole("textbox", { name: /Probability/ })
    .fill("35%");
  await accessible(page);
  await dialog(page).getByRole("button", { name: "Add", exact: true }).click();
  const lines = main(page).locator("ol > li");
  const line = lines.filter({ hasText: name });
  await expect(line).toContainText("35%");
  const place = async () =>
    (await lines.allTextContents()).findIndex((text) => text.includes(name));
  const before = await place();
  await line.getByRole("button", { name: `Move ${name} up` }).press("Alt+ArrowUp");
  await expect.poll(place).toBe(before - 1);
  await expect(line.getByRole("button", { name: `Move ${name} up` })).toBeFocused();

  await page
    .getByRole("button", { name: /^Deactivate (赢单|Won)/ })
    .first()
    .click();
  await said(page, "At least one active won stage must remain");
  await line.getByRole("button", { name: `Delete ${name}` }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expect(line).toHaveCount(0);
});

test("holidays are pasted, counted, copied to the next year and removed", async ({ page }) => {
  const year = 2100 + (Date.now() % 90);
  await page.goto(`/settings/calendar?year=${year}`);
  await page.getByRole("button", { name: "Paste a list" }).click();
  const list = dialog(page).getByRole("textbox");
  await list.fill(`${year}-05-01 ~ ${year}-05-03, 劳动节, Labour Day\nnonsense`);
  await said(page, "Line 2 has no valid date:");
  await accessible(page);
  await list.fill(`${year}-05-01 ~ ${year}-05-03, 劳动节, Labour Day`);
  await said(page, /3 holidays/);
  await dialog(page).getByRole("button", { name: "Save" }).click();
  const run = main(page).getByRole("listitem").filter({ hasText: "Labour Day" });
  await expect(run).toContainText("May 1 – May 3");

  await page.getByRole("link", { name: "Year after" }).click();
  await said(page, "No holidays this year yet");
  await page.getByRole("button", { name: "Copy last year" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Copy" }).click();
  await said(page, "3 days copied");
  for (const back of [false, true]) {
    if (back) await page.getByRole("link", { name: "Year before" }).click();
    await run.getByRole("button", { name: /^Delete/ }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
    await said(page, "No holidays this year yet");
  }
});

test("a fiscal year that would leave targets without a quarter is refused", async ({ page }) => {
  await page.goto("/settings/calendar");
  await page.getByLabel("First month of the fiscal year").selectOption({ label: "Feb" });
  await expect(
    main(page)
      .getByText(/^FY\d{4}\/\d{2} Q1$/)
      .first(),
  ).toBeVisible();
  await said(page, /targets are set for periods that would no longer be quarters/);
  await page.getByRole("button", { name: "Save" }).first().click();
  await said(page, /so this cannot change/);
});

test("a rate is added, changed and deleted; the base currency says why it stays", async ({
  page,
}) => {
  const day = `20${30 + (Date.now() % 60)}-03-0${1 + (Date.now() % 9)}`;
  await page.goto("/settings/currencies?currency=GBP");
  await said(page, "sales booked in it");
  const form = main(page).locator("form");
  const currency = form.getByRole("combobox", { name: /Currency/ });
  await currency.click();
  await currency.pressSequentially("GBP");
  await page.getByRole("listbox").getByRole("option", { name: /^GBP/ }).click();
  await form.getByLabel("From").fill(day);
  await form.getByRole("textbox", { name: /Rate/ }).fill("9.1234");
  await form.getByRole("button", { name: "Add" }).click();
  const row = page.getByRole("row").filter({ hasText: "9.1234" });
  await expect(row).toBeVisible();
  await row.getByRole("button", { name: /^Edit/ }).click();
  await dialog(page).getByRole("textbox", { name: /Rate/ }).fill("9.5");
  await dialog(page).getByRole("button", { name: "Save" }).click();
  await said(page, "Rate saved");
  const changed = page.getByRole("row").filter({ hasText: "9.5" });
  await changed.getByRole("button", { name: /^Delete/ }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await said(page, "Rate deleted");
  await expect(changed).toHaveCount(0);
});

/** The colour of a rise as another person sees it on another page. */
async function riseFor(browser: Browser, role: "rep" | null): Promise<string | null> {
  const context = await browser.newContext({ storageState: role ? sessionOf(role) : NOBODY });
  const page = await context.newPage();
  await page.goto(role ? "/deals" : "/sign-in");
  const rise = await page.locator("html").getAttribute("data-rise");
  await context.close();
  return rise;
}

test("the colour of a rise changes at once, for everybody signed in", async ({ page, browser }) => {
  await page.goto("/settings/organisation");
  const set = async (label: string, value: string) => {
    await page.getByRole("radio", { name: label }).check();
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.locator("html")).toHaveAttribute("data-rise", value);
  };
  await set("Red for a rise, green for a fall", "red");
  expect(await riseFor(browser, "rep")).toBe("red");
  expect(await riseFor(browser, null)).toBeNull();
  await set("Green for a rise, red for a fall", "green");
});

test("the audit log shows who changed what, before and after, and finds it again", async ({
  page,
}) => {
  const name = `Rival ${stamp}`;
  await page.goto("/settings/stages");
  const card = main(page).locator("section").filter({ hasText: "Competitors" });
  await card.getByLabel("Name", { exact: false }).first().fill(name);
  await card.getByRole("button", { name: "Add", exact: true }).click();
  await card.getByRole("button", { name: `Edit ${name}` }).click();
  const form = card.locator("form").first();
  await form.getByLabel("English name").fill(`Renamed ${stamp}`);
  await form.getByRole("button", { name: "Save" }).click();
  await expect(card.getByText(`Renamed ${stamp}`)).toBeVisible();
  await card.getByRole("button", { name: `Delete ${name}` }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await said(page, "Deleted");
  await expect(card.getByRole("button", { name: `Edit ${name}` })).toHaveCount(0);

  await page.goto("/settings/audit?subject=competitor&action=update");
  const entry = main(page)
    .locator("details")
    .filter({ hasText: `Renamed ${stamp}` });
  await entry.locator("summary").click();
  await expect(entry.getByRole("row", { name: /English name/ })).toContainText(`Renamed ${stamp}`);
  await accessible(page);
  await entry.getByRole("link", { name: "All changes of this record" }).click();
  await expect(page).toHaveURL(/record=/);
  await expect(main(page).locator("summary")).toHaveCount(3);
  await expect(main(page).locator("summary").first()).toContainText("Deleted");
  await page.goto("/settings/audit?to=2001-01-01");
  await said(page, "No entries match");
});
