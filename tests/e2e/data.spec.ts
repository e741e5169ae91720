import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { choose, sessionOf } from "./support/roles";

const mapping = {
  version: 1,
  source: `browser-test-${Date.now()}`,
  title: "Browser test customers",
  entries: [
    {
      file: "customers.csv",
      kind: "customers",
      fields: {
        name: "name",
        owner: "owner",
        foundedYear: "founded",
        location: { from: "country", known: "countries" },
      },
    },
  ],
};
const rows = [
  "name,owner,founded,country",
  "Browser Test One,Yue Sun,1999,Philipines",
  "Browser Test Two,Yue Sunn,2001,France",
  "Browser Test Three,Yue Sun,soon,France",
];

async function expectAccessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
}

const file = (name: string, text: string) => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(text),
});

test.use({ storageState: sessionOf("admin") });

test("imports files by dry run, alias and confirmation", async ({ page, context, baseURL }) => {
  await choose(context, baseURL, { locale: "en" });
  await page.goto("/data");
  await page.getByRole("combobox", { name: "Mapping" }).click();
  await page.getByRole("option", { name: "Upload a mapping file…" }).click();
  await page.getByRole("button", { name: "Upload and check" }).click();
  await expect(page.getByText("Choose at least one data file")).toBeVisible();
  await expectAccessible(page);

  await page.getByLabel("Mapping file (JSON)").setInputFiles(file("bad.json", '{"version":1}'));
  await page.getByLabel("Data files").setInputFiles(file("customers.csv", rows.join("\n")));
  await page.getByRole("button", { name: "Upload and check" }).click();
  await expect(page.getByText(/^source: /)).toBeVisible();

  await page
    .getByLabel("Mapping file (JSON)")
    .setInputFiles(file("m.json", JSON.stringify(mapping)));
  await page.getByRole("button", { name: "Upload and check" }).click();
  await page.waitForURL("**/data/uploads/*");
  await expect(page.getByText("Nothing has been written yet")).toBeVisible();
  await expect(page.getByRole("row", { name: /customers\.csv row 4/ })).toContainText("soon");
  await expect(page.getByText(/“Philipines” may be meant as “Philippines”/)).toBeVisible();
  await expectAccessible(page);

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download rejected rows of customers.csv" }).click();
  expect((await download).suggestedFilename()).toBe("rejected-customers.csv");

  await page.getByRole("checkbox", { name: /“Yue Sunn” is “Yue Sun”/ }).click();
  await page.getByRole("button", { name: "Check again with these" }).click();
  await page.getByRole("button", { name: "Import the rest" }).click();
  await page.waitForURL("**/data/batches/*");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Browser test customers");
  await expect(page.getByText("“Yue Sunn” is remembered as “Yue Sun”")).toBeVisible();
  await expectAccessible(page);
});

test("works on a phone in Chinese", async ({ page, context, baseURL }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await choose(context, baseURL, { locale: "zh-CN", theme: "dark" });
  await page.goto("/data");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("数据");
  await expectAccessible(page);
});
