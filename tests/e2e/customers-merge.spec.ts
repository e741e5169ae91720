import { expect, type Page, test } from "@playwright/test";
import { choose, sessionOf } from "./support/roles";

test.use({ storageState: sessionOf("rep") });

/** Names of this run and test, so that runs on one database do not meet. */
const unlike = () => crypto.randomUUID().slice(0, 8);
const dialog = (page: Page) => page.getByRole("dialog");
const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });

/** Adds a customer and ends on its page. */
async function addCustomer(page: Page, name: string): Promise<void> {
  await page.goto("/customers/new", { waitUntil: "networkidle" });
  await field(page, "Name").fill(name);
  await page.getByRole("button", { name: "New customer" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
}

const PROFILE = {
  en: {
    ...{ capture: "Capture", price: "Price", quality: "Quality", motive: "Motive", save: "Save" },
    ...{ growth: "Growth", up: "Move Quality up", saved: "Buying profile saved" },
    ...{
      merge: "Merge",
      submit: "Merge",
      undo: "Undo",
      other: "The other record of this customer",
    },
    ...{ more: "More actions", action: "Merge with another", undone: "Merge undone" },
  },
  "zh-CN": {
    ...{ capture: "填写", price: "价格", quality: "质量", motive: "购买动机", save: "保存" },
    ...{ growth: "业务扩张", up: "上移 质量", saved: "购买画像已保存" },
    ...{ merge: "合并", submit: "合并", undo: "撤销", other: "同一客户的另一条记录" },
    ...{ more: "更多操作", action: "与另一客户合并", undone: "合并已撤销" },
  },
} as const;

for (const [locale, width] of [
  ["en", 390],
  ["zh-CN", 1440],
] as const) {
  test(`a buying profile is captured and two customers are merged and taken apart, ${locale} at ${width}`, async ({
    page,
    context,
    baseURL,
  }) => {
    const w = PROFILE[locale];
    await choose(context, baseURL, { locale: "en" });
    const [first, second] = [`First ${unlike()}`, `Second ${unlike()}`];
    await addCustomer(page, second);
    await addCustomer(page, first);
    await choose(context, baseURL, { locale });
    await page.setViewportSize({ width, height: 900 });
    await page.reload({ waitUntil: "networkidle" });

    await page.getByRole("button", { name: w.capture }).click();
    const form = dialog(page);
    await form.getByRole("button", { name: w.price, exact: true }).click();
    await form.getByRole("button", { name: w.quality, exact: true }).click();
    // By its arrow key, as on a keyboard; the buttons do the same.
    await form.getByRole("button", { name: new RegExp(`2.*${w.quality}`) }).press("ArrowUp");
    await form.getByLabel(w.motive).selectOption({ label: w.growth });
    await form.getByRole("button", { name: w.save, exact: true }).click();
    await expect(page.getByText(w.saved)).toBeVisible();
    const drivers = page.locator("section", { hasText: w.motive }).locator("ul > li");
    await expect(drivers.first()).toContainText(w.quality);

    await page.getByRole("button", { name: w.more }).click();
    await page.getByRole("menuitem", { name: w.action }).click();
    await page.waitForURL(/\/merge$/);
    await page.getByRole("combobox", { name: w.other }).pressSequentially(second);
    await page.getByRole("option", { name: second }).click();
    await page.waitForURL(/with=/);
    await page.getByRole("radio", { name: second }).check();
    await page.getByRole("button", { name: w.submit, exact: true }).click();
    // The first one stays, with the name of the second.
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(second);
    await page.getByRole("button", { name: w.undo, exact: true }).click();
    await expect(page.getByText(w.undone)).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(first);
  });
}
