import { expect, test } from "@playwright/test";
import { makeDeal } from "./support/deals";
import { choose, sessionOf } from "./support/roles";

// A rep shares a deal's credit with a colleague, changes deals in bulk and asks the manager to take one.

const RUNS = [
  {
    ...({ locale: "en", width: 1440, colleague: "Mingyuan Zhou", manager: "Jing Chen" } as const),
    ...{ share: "Share credit", save: "Save shares", shared: "Shares saved" },
    ...{ handOver: "Hand over", ask: "Ask", asked: "Request sent", accept: "Accept" },
    ...{ change: "Change", preview: "Preview", apply: "Change 1", changed: "1 deal changed" },
    ...{ undo: "Undo", what: "What to change", close: "Expected close", stage: "Prospecting" },
  },
  {
    ...({ locale: "zh-CN", width: 390, colleague: "周明远", manager: "陈静" } as const),
    ...{ share: "分享业绩", save: "保存份额", shared: "份额已保存" },
    ...{ handOver: "交接", ask: "发出请求", asked: "请求已发出", accept: "接手" },
    ...{ change: "批量更改", preview: "查看影响", apply: "更改 1 个", changed: "已更改 1 个商机" },
    ...{ undo: "撤销", what: "更改什么", close: "预计成交日期", stage: "初步接触" },
  },
] as const;

test.use({ storageState: sessionOf("rep") });

for (const words of RUNS) {
  const { locale, width, colleague, manager } = words;
  test(`a deal is shared, changed in bulk and taken over: ${locale}, ${width} px`, async ({
    page,
    context,
    browser,
    baseURL,
  }) => {
    test.slow();
    await choose(context, baseURL, { locale });
    await page.setViewportSize({ width, height: 844 });
    const title = await makeDeal(page, locale);
    const deal = page.url();
    const dialog = page.getByRole("dialog");

    await page.getByRole("button", { name: words.share }).click();
    await dialog.getByRole("combobox").nth(1).fill(colleague);
    await page.getByRole("option", { name: colleague }).click();
    await dialog.getByRole("button", { name: words.save }).click();
    await expect(page.getByText(words.shared)).toBeVisible();
    await expect(page.getByText(`${colleague} ·`)).toBeVisible();

    await page.goto(`/deals?q=${encodeURIComponent(title)}`, { waitUntil: "networkidle" });
    await page.locator("tbody").getByRole("checkbox").first().check();
    await page.getByRole("button", { name: words.change, exact: true }).click();
    await dialog.getByLabel(words.what).selectOption({ label: words.close });
    await dialog.getByLabel(words.close).last().fill("2031-03-05");
    await dialog.getByRole("button", { name: words.preview }).click();
    await dialog.getByRole("button", { name: words.apply }).click();
    await expect(page.getByText(words.changed)).toBeVisible();
    await page.getByRole("button", { name: words.undo }).last().click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      width,
    );

    await page.goto(deal, { waitUntil: "networkidle" });
    await page.getByRole("button", { name: words.handOver, exact: true }).click();
    await dialog.getByRole("combobox").fill(manager);
    await page.getByRole("option", { name: manager }).click();
    await dialog.getByRole("button", { name: words.ask, exact: true }).click();
    await expect(page.getByText(words.asked)).toBeVisible();

    const other = await browser.newContext({ baseURL, storageState: sessionOf("manager") });
    await choose(other, baseURL, { locale });
    const theirs = await other.newPage();
    await theirs.setViewportSize({ width, height: 844 });
    await theirs.goto("/deals/handovers", { waitUntil: "networkidle" });
    const request = theirs.getByRole("listitem").filter({ hasText: title });
    await request.getByRole("button", { name: words.accept, exact: true }).press("Enter");
    await theirs.waitForURL(deal);
    // Who takes a deal over changes its owner and nothing else.
    await expect(theirs.getByRole("heading", { level: 1 })).toContainText(words.stage);
    await other.close();
  });
}
