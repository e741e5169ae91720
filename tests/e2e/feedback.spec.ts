import { expect, test } from "@playwright/test";
import { choose, NOBODY, sessionOf } from "./support/roles";

/** A text no other test has. */
const unique = (text: string) => `${text} ${Date.now()}-${Math.floor(Math.random() * 1e6)}`;

test.describe("a rep on a phone, in Chinese", () => {
  test.use({ storageState: sessionOf("rep"), viewport: { width: 390, height: 844 } });

  test("records a complaint, answers it, deletes it and takes that back", async ({
    page,
    context,
    baseURL,
  }) => {
    await choose(context, baseURL, { locale: "zh-CN" });
    await page.goto("/feedback/new", { waitUntil: "networkidle" });
    const text = unique("价格太贵，售后也没人回复");
    await page.getByRole("radio", { name: "投诉" }).check();
    await page.getByLabel("客户怎么说").fill(text);
    await page.getByRole("main").getByRole("button", { name: "记录", exact: true }).click();
    await page.waitForURL(/\/feedback\/[0-9a-f-]{36}$/);
    await expect(page.getByText(text)).toBeVisible();
    await expect(page.getByText("待处理", { exact: true })).toBeVisible();
    // Suggested from the words.
    await expect(page.getByRole("checkbox", { name: "价格", exact: true })).toBeChecked();
    await expect(page.getByRole("checkbox", { name: "服务", exact: true })).toBeChecked();
    await page.getByRole("button", { name: "确认主题" }).click();
    await expect(page.getByRole("button", { name: "确认主题" })).toBeHidden();

    await page.getByLabel("给客户的回复").fill("已致电道歉");
    await page.getByRole("button", { name: "受理", exact: true }).click();
    await page.getByLabel("怎么解决的").fill("退还差价");
    await page.getByRole("button", { name: "标记为已解决" }).click();
    await expect(page.getByText("退还差价")).toBeVisible();
    await expect(page.getByRole("button", { name: "重新打开" })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      390,
    );

    const address = page.url();
    await page.getByRole("button", { name: "删除" }).click();
    await page.waitForURL(/\/feedback$/);
    await page.getByRole("button", { name: "撤销" }).click();
    await page.waitForURL(address);
    await expect(page.getByText(text)).toBeVisible();
  });
});

test.describe("a manager at a desk, in English", () => {
  test.use({ storageState: sessionOf("manager"), viewport: { width: 1440, height: 900 } });
  test.beforeEach(({ context, baseURL }) => choose(context, baseURL, { locale: "en" }));

  test("records a survey by keyboard alone; what is missing is said", async ({ page }) => {
    await page.goto("/feedback/new", { waitUntil: "networkidle" });
    await page.getByRole("radio", { name: "Complaint" }).focus();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await expect(page.getByRole("radio", { name: "CSAT survey" })).toBeChecked();
    await page.keyboard.press("Control+Enter");
    await expect(page.getByText("Required", { exact: true })).toBeVisible();
    await page.getByRole("radio", { name: "1", exact: true }).focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Tab");
    const text = unique("Staff could not explain the product");
    await page.keyboard.type(text);
    await page.keyboard.press("Control+Enter");
    await page.waitForURL(/\/feedback\/[0-9a-f-]{36}$/);
    await expect(page.getByText("CSAT survey 2/5")).toBeVisible();
    await expect(page.getByRole("checkbox", { name: "Product knowledge" })).toBeChecked();
  });

  test("figures open what they are made of", async ({ page }) => {
    await page.goto("/feedback");
    await page.getByRole("link", { name: /Net promoter score/ }).click();
    await page.waitForURL(/\/figures\/nps/);
    await expect(page.getByText("share of 9–10 − share of 0–6", { exact: false })).toBeVisible();
  });

  test("a link to the form: answered without an account or JavaScript, once", async ({
    page,
    browser,
  }) => {
    await page.goto("/deals?kind=open", { waitUntil: "networkidle" });
    await page.locator("tbody tr").first().getByRole("rowheader").getByRole("link").click();
    await page.waitForURL(/\/deals\/[0-9a-f-]{36}/);
    await page.getByRole("button", { name: "Form link" }).click();
    await page.getByRole("button", { name: "Make a link" }).click();
    await expect(page.getByRole("img", { name: "QR code of the form" })).toBeVisible();
    const address = await page.getByRole("textbox", { name: "Address" }).inputValue();

    const context = await browser.newContext({
      storageState: NOBODY,
      javaScriptEnabled: false,
      viewport: { width: 390, height: 844 },
      locale: "zh-CN",
    });
    const form = await context.newPage();
    await form.goto(address);
    await expect(form.getByRole("heading", { name: "请告诉我们您的感受" })).toBeVisible();
    await form.getByRole("link", { name: "English" }).click();
    await expect(form.getByRole("heading", { name: "Tell us how it was" })).toBeVisible();
    await form.getByRole("radio", { name: "10" }).check();
    await form.getByLabel("What is the main reason?").fill(unique("Fair price, quick delivery"));
    await form.getByRole("button", { name: "Send" }).click();
    await expect(form.getByRole("heading", { name: "Thank you!" })).toBeVisible();
    await form.goto(address);
    await expect(form.getByText(/链接已失效|no longer works/).first()).toBeVisible();
    await context.close();

    await page.reload();
    await expect(page.getByText("NPS survey 10/10").first()).toBeVisible();
  });
});
