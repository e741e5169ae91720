import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { type Role, sessionOf } from "./support/roles";

const LOCALE_COOKIE = "closeloop_locale";
// Each test, also a second try, takes a quarter of its own far ahead, so that nothing else touches
// its targets. Periods are known to the year 2199; a worker runs few of these tests and ends with
// the first that fails.
let year = 2040;
const nextQuarter = () => {
  const { workerIndex } = test.info();
  const step = year++ - 2040;
  return `${2040 + ((workerIndex * 8 + step) % 150)}-Q2`;
};

type Setting = { locale?: string; width?: number; colorScheme?: "light" | "dark" };

/** A page of the person's own session. Leaving with unsaved changes asks; these tests mean it. */
async function pageOf(browser: Browser, role: Role, setting: Setting = {}) {
  const { locale = "en", width = 1440, colorScheme = "light" } = setting;
  const context = await browser.newContext({
    storageState: sessionOf(role),
    viewport: { width, height: 900 },
    colorScheme,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const page = await context.newPage();
  page.on("dialog", (dialog) => dialog.accept());
  await page.goto("/targets");
  await context.addCookies([{ name: LOCALE_COOKIE, value: locale, url: page.url() }]);
  return page;
}

const cell = (page: Page, row: number, column: number) =>
  page.locator(`[data-cell="${row}:${column}"]`);

/** Waits until the grid answers: what is typed before its script has loaded is nobody's. */
async function ready(page: Page) {
  await expect(async () => {
    await cell(page, 1, 0).click();
    await expect(cell(page, 1, 0)).toHaveAttribute("tabindex", "0", { timeout: 500 });
  }).toPass();
}

/** Opens the Shanghai team's grid of a quarter, from its region's. */
async function openTeam(page: Page, quarter: string) {
  await page.goto(`/targets?period=${quarter}`);
  await page
    .getByRole("grid")
    .getByRole("link", { name: /Shanghai Enterprise|上海企业/ })
    .click();
  await expect(page.getByRole("grid", { name: /Shanghai Enterprise|上海企业/ })).toBeVisible();
  await ready(page);
}

async function pasteText(page: Page, text: string) {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press("Control+V");
}

const firstColumns = (page: Page, row: number) =>
  Promise.all([0, 1, 2, 3].map((column) => cell(page, row, column).textContent()));

test("a manager sets a quarter by keyboard and paste, and publishes it with a reason", async ({
  browser,
}) => {
  test.slow();
  const quarter = nextQuarter();
  const page = await pageOf(browser, "manager");
  await openTeam(page, quarter);

  // Typing opens the cell, Enter goes down, Tab to the right, Esc takes back.
  await cell(page, 0, 0).click();
  await page.keyboard.press("Enter");
  await page.keyboard.type("１２万");
  await page.keyboard.press("Enter");
  await expect(cell(page, 0, 0)).toContainText("120,000");
  await expect(cell(page, 1, 0)).toBeFocused();
  await page.keyboard.type("50,000");
  await page.keyboard.press("Tab");
  await expect(cell(page, 1, 1)).toBeFocused();
  await page.keyboard.press("F2");
  await page.keyboard.type("999");
  await page.keyboard.press("Escape");
  await expect(cell(page, 1, 1)).toHaveText("");
  await expect(cell(page, 1, 1)).toBeFocused();

  // What cannot be read stays, with the reason.
  await page.keyboard.type("abc");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "Enter a number" })).toBeVisible();
  await page.keyboard.press("Escape");

  // A block from a spreadsheet, one undo for all of it.
  await cell(page, 1, 0).click();
  await pasteText(page, "50,000\t15k\t15,000.5\t１９９９９．５\r\n4万\t\t\t\r\n");
  await expect(page.getByText(/unsaved changes/)).toBeVisible();
  expect(
    (await firstColumns(page, 1)).map((text) => (text ?? "").replace("unsaved", "").trim()),
  ).toEqual(["50,000", "15,000", "15,000.5", "19,999.5"]);
  await page.keyboard.press("Control+Z");
  await expect(cell(page, 1, 1)).toHaveText("");
  await page.keyboard.press("Control+Shift+Z");
  await expect(cell(page, 1, 1)).toContainText("15,000");

  // The unit's quarter over its months: the parts sum exactly.
  await page.getByRole("button", { name: /Split the quarter of Shanghai/ }).click();
  await expect(page.getByRole("row", { name: /^Shanghai/ }).getByText("Adds up")).toBeVisible();
  await expect(page.getByRole("row", { name: /^Sum of members/ })).toContainText("30,000 short");

  // Nothing typed is lost by a reload.
  await page.reload();
  await page.getByRole("button", { name: "Restore" }).click();
  await expect(cell(page, 0, 0)).toContainText("120,000");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(/drafts to publish/)).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: "Restore" })).toHaveCount(0);
  await expect(cell(page, 1, 0)).toHaveText("50,000");

  // Parts that do not add up are published for a reason only.
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("30,000 short");
  await dialog.getByRole("button", { name: "Publish" }).click();
  await expect(dialog).toContainText("Please give a reason");
  await dialog.getByLabel(/Reason/).fill("two new reps in May");
  await dialog.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByRole("row", { name: /^Shanghai/ }).getByText("Published")).toBeVisible();

  await cell(page, 0, 0).click();
  await page.keyboard.press("Alt+H");
  await expect(page.getByRole("dialog")).toContainText("Reason: two new reps in May");
  await expect(page.getByRole("dialog")).toContainText("Accepted: members do not add up");
  await page.keyboard.press("Escape");

  // A published target changes for a reason.
  await cell(page, 1, 0).click();
  await page.keyboard.type("60000");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+S");
  await page
    .getByRole("dialog")
    .getByLabel(/Reason/)
    .fill("bigger area");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByText("Everything saved", { exact: true })).toBeVisible();

  // The stored grid as a file.
  await page.getByRole("button", { name: "More", exact: true }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Export CSV" }).click();
  expect((await download).suggestedFilename()).toBe(`targets-revenue-${quarter}.csv`);
});

test("nobody edits their own target", async ({ browser }) => {
  const page = await pageOf(browser, "manager", { locale: "zh-CN" });
  await page.goto(`/targets?period=${nextQuarter()}`);
  await ready(page);
  await cell(page, 0, 0).click();
  await page.keyboard.type("5");
  await expect(page.getByRole("region", { name: "通知" })).toContainText(
    "这是您自己的目标，由上级或管理员制定。",
  );
  await expect(page.getByRole("grid").getByRole("textbox")).toHaveCount(0);
  await expect(cell(page, 0, 0)).toHaveAttribute("aria-readonly", "true");
  await cell(page, 1, 0).click();
  await page.keyboard.type("5");
  await expect(page.getByRole("grid").getByRole("textbox")).toBeVisible();
});

test("two people at one cell: both versions are shown, the person chooses", async ({ browser }) => {
  const quarter = nextQuarter();
  const mine = await pageOf(browser, "manager");
  const other = await pageOf(browser, "admin");
  await openTeam(mine, quarter);
  await other.goto(mine.url());
  await ready(other);
  for (const [page, text] of [
    [other, "111"],
    [mine, "222"],
  ] as const) {
    await cell(page, 1, 0).click();
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+S");
    if (page === other) await expect(page.getByText(/1 draft to publish/)).toBeVisible();
  }
  const dialog = mine.getByRole("dialog");
  await expect(dialog).toContainText("changed by somebody else");
  await expect(dialog).toContainText("111");
  await expect(dialog).toContainText("222");
  await dialog.getByRole("radio", { name: "Keep mine" }).click();
  await dialog.getByRole("button", { name: "Apply and save" }).click();
  await expect(mine.getByText(/1 draft to publish/)).toBeVisible();
  await expect(cell(mine, 1, 0)).toHaveText("222");
  await other.reload();
  await expect(cell(other, 1, 0)).toHaveText("222");
});

test("on a phone one row is edited at a time, and a rep reads the published target", async ({
  browser,
}) => {
  const quarter = nextQuarter();
  const page = await pageOf(browser, "manager", { width: 390 });
  await page.goto(`/targets?period=${quarter}`);
  await page.getByRole("button", { name: /Shanghai Enterprise/ }).click();
  await page.getByRole("link", { name: "Open this unit's targets" }).click();
  await page.getByRole("button", { name: /Yue Sun/ }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("Target").first().fill("3万");
  await sheet.getByRole("button", { name: "Split over the months" }).click();
  await expect(sheet).toContainText("Adds up");
  await sheet.getByRole("button", { name: "Done" }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(/4 drafts to publish/)).toBeVisible();
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("Everything saved", { exact: true })).toBeVisible();

  const rep = await pageOf(browser, "rep");
  await rep.goto(`/targets?period=${quarter}`);
  await expect(rep.getByRole("table", { name: "Revenue" })).toContainText("30,000");
  await expect(rep.getByRole("grid")).toHaveCount(0);
});

for (const [locale, scheme, width] of [
  ["zh-CN", "dark", 390],
  ["en", "light", 1440],
] as const) {
  test(`axe finds nothing (${locale}, ${scheme}, ${width} px)`, async ({ browser }) => {
    const page = await pageOf(browser, "manager", { locale, width, colorScheme: scheme });
    for (const address of ["/targets", "/targets?kpi=growth", `/targets?period=${nextQuarter()}`]) {
      await page.goto(address);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    }
  });
}
