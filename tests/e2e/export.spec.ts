import { expect, test } from "@playwright/test";
import { choose, sessionOf } from "./support/roles";

test.use({ storageState: sessionOf("rep") });

test("the filtered list is downloaded with its headings in the reader's language", async ({
  page,
  context,
  baseURL,
}) => {
  await choose(context, baseURL, { locale: "zh-CN" });
  await page.goto("/deals?kind=won");
  await page.getByRole("button", { name: "导出" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: /CSV/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("商机.csv");
  const stream = await download.createReadStream();
  const text = Buffer.concat(await stream.toArray()).toString("utf8");
  const [headings, ...lines] = text.trimEnd().split("\r\n");
  expect(headings?.startsWith("\uFEFF商机,客户,阶段")).toBe(true);
  const shown = await page
    .getByText(/^共|个商机赢单/)
    .first()
    .textContent();
  expect(shown).toContain(`${lines.length} 个商机赢单`);
});

test("a workbook is downloaded", async ({ page, context, baseURL }) => {
  await choose(context, baseURL, { locale: "en" });
  await page.goto("/sales");
  await page.getByRole("button", { name: "Export" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("menuitem", { name: /xlsx/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("Sales.xlsx");
});
