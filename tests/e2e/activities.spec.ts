import { expect, type Page, test } from "@playwright/test";
import { choose, sessionOf } from "./support/roles";

test.use({ storageState: sessionOf("rep") });

const unique = () => `e2e ${crypto.randomUUID().slice(0, 8)}`;

/** The follow-ups whose subject holds the text, in the list. */
async function listed(page: Page, subject: string) {
  await page.goto(`/activities?q=${encodeURIComponent(subject)}`);
  return page.locator("tbody tr");
}

test("in English on a desk: logged, found, edited, deleted and brought back, by keyboard", async ({
  page,
  context,
  baseURL,
}) => {
  await choose(context, baseURL, { locale: "en" });
  await page.setViewportSize({ width: 1440, height: 900 });
  const subject = unique();
  await page.goto("/my-day", { waitUntil: "networkidle" });
  await page.keyboard.press("n");
  const sheet = page.getByRole("dialog", { name: "Quick log" });
  await sheet.getByRole("radio", { name: "Call" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(sheet.getByRole("radio", { name: "Visit" })).toBeChecked();
  await sheet.getByRole("textbox", { name: "Subject" }).focus();
  await page.keyboard.type(subject);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Follow-up saved")).toBeVisible();

  const rows = await listed(page, subject);
  await expect(rows).toHaveCount(1);
  await rows.getByRole("link").first().focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/activities\/[0-9a-f-]{36}/);
  const notes = page.getByRole("textbox", { name: "Notes" });
  await notes.focus();
  await page.keyboard.type("<b>x</b> 🎉 שלום");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Follow-up saved")).toBeVisible();
  await page.reload();
  await expect(notes).toHaveValue("<b>x</b> 🎉 שלום");

  await page.getByRole("button", { name: "Delete" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/activities/calendar");
  await page.getByRole("button", { name: "Undo" }).click();
  await page.waitForURL(/\/activities\/[0-9a-f-]{36}/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(subject);
});

test("in Chinese on a phone: from a customer's page in three taps, then done and put off", async ({
  page,
  context,
  baseURL,
}) => {
  await choose(context, baseURL, { locale: "zh-CN" });
  await page.setViewportSize({ width: 390, height: 844 });
  // One of the demo's own, with sales: those that other tests make have no contacts.
  await page.goto("/customers?sort=-revenue", { waitUntil: "networkidle" });
  await page.locator("tbody th a").first().click();
  await page.waitForURL(/\/customers\/[0-9a-f-]{36}/);
  await page.waitForLoadState("networkidle");
  const customer = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
  const subject = unique();
  await page.getByRole("button", { name: "记录", exact: true }).click();
  const sheet = page.getByRole("dialog", { name: "快速记录" });
  await expect(sheet.getByRole("combobox", { name: "客户" })).toHaveValue(customer);
  const people = sheet.getByRole("group", { name: "参与的联系人" });
  await people.getByRole("checkbox").first().check();
  // Beside the name stands what the person is.
  const person = await people
    .locator("label")
    .first()
    .evaluate((label) => label.childNodes[1]?.textContent);
  await sheet.getByText("计划", { exact: true }).click();
  await sheet.getByRole("textbox", { name: "要点" }).fill(subject);
  await sheet.getByRole("button", { name: "保存跟进" }).click();
  await expect(page.getByText("跟进已保存")).toBeVisible();
  // The customer's timeline names it too, without its buttons.
  const line = page
    .getByRole("listitem")
    .filter({ hasText: subject })
    .filter({ has: page.getByRole("button", { name: /^完成/ }) });
  await expect(line).toBeVisible();
  await expect(line).toContainText(`${person} · ${subject}`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);

  await line.getByRole("button", { name: /^完成/ }).click();
  await expect(page.getByText("已标记为完成")).toBeVisible();
  await page.getByRole("button", { name: "撤销" }).last().click();
  await expect(line).toBeVisible();
  await line.getByRole("button", { name: /^改期/ }).click();
  await page.getByRole("menuitem", { name: /^明天/ }).click();
  await expect(page.getByText(/^已改到/)).toBeVisible();
  await page.goto("/activities?status=planned&sort=-day");
  await expect(page.locator("tbody tr").filter({ hasText: subject })).toBeVisible();
});

test("the calendar moves what is planned by Alt and an arrow key", async ({
  page,
  context,
  baseURL,
}) => {
  await choose(context, baseURL, { locale: "en" });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("/activities/calendar?view=week&date=2031-03-05", { waitUntil: "networkidle" });
  const subject = unique();
  await page.getByRole("button", { name: "Log a follow-up" }).click();
  const sheet = page.getByRole("dialog", { name: "Log a follow-up" });
  await sheet.getByText("Planned", { exact: true }).click();
  await sheet.getByRole("textbox", { name: "Subject" }).fill(subject);
  await sheet.getByRole("button", { name: "Save follow-up" }).click();
  await expect(page.getByText("Follow-up saved")).toBeVisible();
  const wednesday = page.getByRole("cell").filter({ has: page.getByLabel("Mar 5, 2031") });
  const thursday = page.getByRole("cell").filter({ has: page.getByLabel("Mar 6, 2031") });
  await wednesday.getByRole("link", { name: subject }).focus();
  await page.keyboard.press("Alt+ArrowRight");
  await expect(page.getByText("Moved to Mar 6")).toBeVisible();
  await expect(thursday.getByRole("link", { name: subject })).toBeVisible();
  await page.reload();
  await expect(thursday.getByRole("link", { name: subject })).toBeVisible();
});

test("two people change one follow-up: the second sees both versions", async ({
  page,
  context,
  baseURL,
}) => {
  await choose(context, baseURL, { locale: "en" });
  const rows = await listed(page, "");
  await rows.getByRole("link").first().click();
  await page.waitForURL(/\/activities\/[0-9a-f-]{36}/);
  await page.waitForLoadState("networkidle");
  const other = await context.newPage();
  await other.goto(page.url(), { waitUntil: "networkidle" });
  const [mine, theirs] = [unique(), unique()];
  await other.getByRole("textbox", { name: "Subject" }).fill(theirs);
  await other.getByRole("button", { name: "Save", exact: true }).click();
  await expect(other.getByText("Follow-up saved")).toBeVisible();
  await page.getByRole("textbox", { name: "Subject" }).fill(mine);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("cell", { name: theirs })).toBeVisible();
  await expect(page.getByRole("cell", { name: mine })).toBeVisible();
});

test("a manager looks at a rep's day", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, storageState: sessionOf("manager") });
  await choose(context, baseURL, { locale: "en" });
  const page = await context.newPage();
  await page.goto("/my-day", { waitUntil: "networkidle" });
  await page.getByLabel("Rep").selectOption({ label: "Yue Sun" });
  await page.waitForURL(/rep=/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("The day of Yue Sun");
  await expect(page.getByText("Deals that need attention")).toBeVisible();
  await context.close();
});
