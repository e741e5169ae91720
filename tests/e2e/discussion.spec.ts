import { type Browser, expect, type Page, test } from "@playwright/test";
import { choose, type Role, sessionOf } from "./support/roles";

// Comments, mentions, notifications, files and undo, as a rep and their manager would use them.

const WORDS = {
  en: {
    comments: "Comments",
    write: "Write a comment…",
    send: "Send",
    remove: "Delete",
    undo: "Undo",
    restored: "Restored",
    bell: /^Notifications/,
    mentioned: "mentioned you",
    files: "Files",
    edit: "Edit",
    save: "Save",
    edited: "edited",
    rep: "Yue Sun",
  },
  "zh-CN": {
    comments: "评论",
    write: "写评论…",
    send: "发送",
    remove: "删除",
    undo: "撤销",
    restored: "已恢复",
    bell: /^通知/,
    mentioned: "提到了你",
    files: "附件",
    edit: "编辑",
    save: "保存",
    edited: "已编辑",
    rep: "孙悦",
  },
} as const;

async function pageOf(
  browser: Browser,
  baseURL: string | undefined,
  role: Role,
  locale: keyof typeof WORDS,
  width: number,
) {
  const context = await browser.newContext({
    baseURL,
    storageState: sessionOf(role),
    viewport: { width, height: 900 },
  });
  await choose(context, baseURL, { locale });
  return context.newPage();
}

/** A deal the rep has: the first of their list. */
async function firstDeal(page: Page): Promise<string> {
  await page.goto("/deals?kind=open");
  const link = page.locator("tbody th a").first();
  return (await link.getAttribute("href")) ?? "";
}

for (const [locale, width] of [
  ["en", 1440],
  ["zh-CN", 390],
] as const) {
  const w = WORDS[locale];
  test(`a manager mentions the rep, who reads, answers and undoes a deletion: ${locale}, ${width} px`, async ({
    browser,
    baseURL,
  }) => {
    const said = `Price? ${locale} ${Date.now()}`;
    const rep = await pageOf(browser, baseURL, "rep", locale, width);
    const deal = await firstDeal(rep);

    const manager = await pageOf(browser, baseURL, "manager", locale, width);
    await manager.goto(deal, { waitUntil: "networkidle" });
    await manager.getByRole("textbox", { name: w.write }).click();
    await manager.keyboard.type(`${said} @${w.rep.slice(0, 2)}`);
    await expect(manager.getByRole("option", { name: w.rep })).toBeVisible();
    await manager.keyboard.press("Enter");
    await manager.keyboard.press("Control+Enter");
    const comments = manager.getByRole("list", { name: w.comments });
    await expect(comments.getByText(said)).toBeVisible();

    await rep.goto("/notifications", { waitUntil: "networkidle" });
    const line = rep.getByRole("link").filter({ hasText: said });
    await expect(line).toContainText(w.mentioned);
    await line.click();
    await rep.waitForURL(new RegExp(deal));
    const mine = rep.getByRole("list", { name: w.comments }).getByRole("listitem");
    await expect(mine.filter({ hasText: said }).first()).toBeVisible();

    const own = `Answer ${said}`;
    await rep.getByRole("textbox", { name: w.write }).click();
    await rep.keyboard.type(own);
    await rep.getByRole("button", { name: w.send, exact: true }).click();
    const written = mine.filter({ hasText: own });
    await expect(written).toBeVisible();
    await written.getByRole("button", { name: w.edit }).click();
    await rep.keyboard.press("End");
    await rep.keyboard.type("!");
    await rep.getByRole("button", { name: w.save, exact: true }).click();
    await expect(written).toContainText(w.edited);
    await written.getByRole("button", { name: w.remove }).click();
    await expect(written).toHaveCount(0);
    await rep.getByRole("button", { name: w.undo }).click();
    await expect(rep.getByText(w.restored)).toBeVisible();
    await expect(written).toHaveCount(1);
    const wide = await rep.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(width);
    await rep.context().close();
    await manager.context().close();
  });
}

test("a file is added, downloaded as a file, deleted and brought back", async ({
  browser,
  baseURL,
}) => {
  const page = await pageOf(browser, baseURL, "rep", "en", 1440);
  const deal = await firstDeal(page);
  await page.goto(deal, { waitUntil: "networkidle" });
  const name = `offer ${Date.now()}.txt`;
  const buffer = Buffer.from("<script>alert(1)</script>");
  await page.locator("input[type=file]").setInputFiles({ name, mimeType: "text/html", buffer });
  const link = page.getByRole("link", { name });
  await expect(link).toBeVisible();
  const answer = await page.request.get((await link.getAttribute("href")) ?? "");
  expect(await answer.text()).toBe(buffer.toString());
  expect(answer.headers()).toMatchObject({
    "content-type": "text/plain; charset=utf-8",
    "content-security-policy": "sandbox; default-src 'none'",
    "x-content-type-options": "nosniff",
  });
  expect(answer.headers()["content-disposition"]).toMatch(/^attachment; /);
  await page.getByRole("button", { name: `Delete ${name}` }).click();
  await expect(link).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(link).toBeVisible();
  await page.context().close();
});

test("keys alone: go, move in a list, open, help, switched off", async ({ browser, baseURL }) => {
  const page = await pageOf(browser, baseURL, "manager", "zh-CN", 1440);
  await page.goto("/targets", { waitUntil: "networkidle" });
  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await page.waitForURL(/\/customers$/);
  await expect(page.locator("tbody th a").first()).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await expect(page.locator("tbody th a").first()).toBeFocused();
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "键盘快捷键" });
  await expect(sheet.getByText("显示快捷键")).toBeVisible();
  const single = sheet.getByRole("switch");
  await single.click();
  await page.keyboard.press("Escape");
  await expect(sheet).toHaveCount(0);
  await page.locator("body").press("?");
  await page.locator("body").press("Control+k");
  await expect(page.getByRole("combobox", { name: /搜索商机/ })).toBeFocused();
  await page.keyboard.type("快捷键");
  await page.keyboard.press("Enter");
  await expect(sheet).toBeVisible();
  await page.context().close();
});

test("records visited lately are offered, by the name they have now", async ({
  browser,
  baseURL,
}) => {
  const page = await pageOf(browser, baseURL, "rep", "en", 1440);
  const deal = await firstDeal(page);
  await page.goto(deal, { waitUntil: "networkidle" });
  const title = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
  await page.locator("body").press("/");
  const recent = page.getByRole("group", { name: "Visited lately" }).getByRole("option").first();
  await expect(recent).toContainText(title.slice(0, 10));
  await page.getByRole("combobox", { name: /Search deals/ }).fill("new deal");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/deals\/new/);
  await page.context().close();
});
