import { type Browser, expect, type Page, test } from "@playwright/test";
import { choose, type Role, sessionOf } from "./support/roles";

test.use({ storageState: sessionOf("rep") });

/** Names of this run and test, so that runs on one database do not meet. */
const unlike = () => crypto.randomUUID().slice(0, 8);
const dialog = (page: Page) => page.getByRole("dialog");
const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });

async function pageOf(browser: Browser, role: Role, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({ baseURL, storageState: sessionOf(role) });
  await choose(context, baseURL, { locale: "en" });
  return context.newPage();
}

/** Adds a customer and ends on its page. */
async function addCustomer(page: Page, name: string): Promise<void> {
  await page.goto("/customers/new", { waitUntil: "networkidle" });
  await field(page, "Name").fill(name);
  await page.getByRole("button", { name: "New customer" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
}

const LANGUAGES = {
  en: {
    ...{ name: "Name", title: "Title", email: "E-mail", role: "Decision role", phone: "Phone" },
    ...{
      add: "New customer",
      contact: "Add contact",
      maker: "Decision maker",
      more: "More actions",
    },
    ...{ off: "Take out of use", isOff: "Out of use", undo: "Undo", remove: "Delete" },
    ...{ phoneError: "Enter a phone number", gone: "Customer deleted" },
  },
  "zh-CN": {
    ...{ name: "姓名", title: "职务", email: "邮箱", role: "决策角色", phone: "电话" },
    ...{ add: "新建客户", contact: "添加联系人", maker: "决策者", more: "更多操作" },
    ...{ off: "停用", isOff: "已停用", undo: "撤销", remove: "删除" },
    ...{ phoneError: "请输入电话号码", gone: "客户已删除" },
  },
} as const;

for (const [locale, width] of [
  ["zh-CN", 390],
  ["en", 1440],
] as const) {
  test(`a customer is added, given a contact, put out of use, deleted and brought back, ${locale} at ${width}`, async ({
    page,
    context,
    baseURL,
  }) => {
    const w = LANGUAGES[locale];
    await choose(context, baseURL, { locale });
    await page.setViewportSize({ width, height: 900 });
    const name = `${unlike()} <b>公司</b> 😀`;
    await page.goto("/customers", { waitUntil: "networkidle" });
    await page.getByRole("link", { name: w.add }).click();
    await page.waitForURL(/\/customers\/new/);
    await page.locator("input[name=name]").fill(name);
    await page.getByRole("button", { name: w.add }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);

    await page.getByRole("button", { name: w.contact }).click();
    const form = dialog(page);
    await form.locator("input[name=name]").fill("王芳");
    await form.getByLabel(w.role).selectOption({ label: w.maker });
    await form.locator("input[name=phone]").fill("call me");
    await form.getByRole("button", { name: w.contact }).click();
    await expect(form.getByText(w.phoneError)).toBeVisible();
    await form.locator("input[name=phone]").fill("+86 138 0000 0000");
    await form.getByRole("button", { name: w.contact }).click();
    await expect(form).toHaveCount(0);
    await expect(page.locator("li", { hasText: "王芳" })).toContainText(w.maker);

    await page.getByRole("button", { name: w.more }).click();
    await page.getByRole("menuitem", { name: w.off }).click();
    await expect(page.getByText(w.isOff, { exact: true }).first()).toBeVisible();
    await page.getByRole("button", { name: w.undo }).click();
    await expect(page.getByText(w.isOff, { exact: true })).toHaveCount(0);

    await page.getByRole("button", { name: w.more }).click();
    await page.getByRole("menuitem", { name: w.remove }).click();
    await expect(page.getByText(w.gone)).toBeVisible();
    await page.getByRole("button", { name: w.undo }).last().click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
    await expect(page.locator("li", { hasText: "王芳" })).toBeVisible();
  });
}

test.describe("customers", () => {
  test.beforeEach(({ context, baseURL }) => choose(context, baseURL, { locale: "en" }));

  test("by keyboard alone: a name, its subsidiary found by typing, both saved", async ({
    page,
  }) => {
    const name = `Parent ${unlike()}`;
    await addCustomer(page, name);
    await page.goto("/customers/new", { waitUntil: "networkidle" });
    await expect(field(page, "Name")).toBeFocused();
    await page.keyboard.type(`Child of ${name}`);
    const parent = page.getByRole("combobox", { name: "Parent company" });
    for (let i = 0; i < 8 && !(await parent.evaluate((e) => e === document.activeElement)); i++)
      await page.keyboard.press("Tab");
    await expect(parent).toBeFocused();
    await page.keyboard.type(name);
    // The last answer has come: what was found before typing is gone.
    await expect(page.getByRole("listbox").getByRole("option")).toHaveCount(1);
    await expect(page.getByRole("option", { name })).toHaveAttribute("data-highlighted", "");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("option", { name })).toHaveCount(0);
    await expect(parent).toHaveValue(name);
    await page.keyboard.press("Control+Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Child of ${name}`);
    await expect(page.getByRole("link", { name }).first()).toBeVisible();
  });

  test("two people edit one: the second sees both versions and loses nothing", async ({
    page,
    browser,
    baseURL,
  }) => {
    const name = `Shared ${unlike()}`;
    await addCustomer(page, name);
    const path = new URL(page.url()).pathname;
    const manager = await pageOf(browser, "manager", baseURL);
    await manager.goto(`${path}/edit`, { waitUntil: "networkidle" });
    await page.goto(`${path}/edit`, { waitUntil: "networkidle" });
    await field(page, "Location").fill("Theirs");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`${path}$`));

    await field(manager, "Location").fill("Mine");
    await manager.getByRole("button", { name: "Save", exact: true }).click();
    const both = manager.getByRole("row", { name: /Location/ });
    await expect(both).toContainText("Mine");
    await expect(both).toContainText("Theirs");
    await manager.getByRole("button", { name: "Keep mine" }).click();
    await manager.getByRole("button", { name: "Save", exact: true }).click();
    await expect(manager).toHaveURL(new RegExp(`${path}$`));
    await expect(manager.getByText("Mine", { exact: true })).toBeVisible();
    await manager.context().close();
  });

  test("a name like a hidden customer's asks its owner, who answers", async ({
    page,
    browser,
    baseURL,
  }) => {
    const name = `${unlike()} ${unlike()} Trading`;
    const admin = await pageOf(browser, "admin", baseURL);
    await addCustomer(admin, `${name} Co., Ltd.`);

    await page.goto("/customers/new", { waitUntil: "networkidle" });
    await field(page, "Name").fill(`${name.toUpperCase()} GmbH`);
    await expect(page.getByText("may not see")).toBeVisible();
    await expect(page.getByText("Co., Ltd.")).toHaveCount(0);
    await page.getByRole("button", { name: "Ask its owner" }).click();
    await expect(page.getByText("Asked.")).toBeVisible();

    await admin.goto("/customers/requests", { waitUntil: "networkidle" });
    const asked = admin.locator("li", { hasText: name.toUpperCase() });
    await asked.getByLabel("Answer").fill("It is mine, let us talk.");
    await asked.getByRole("button", { name: "Send answer" }).click();
    await expect(admin.locator("li", { hasText: name.toUpperCase() })).toContainText("let us talk");
    await admin.context().close();

    await page.goto("/customers/requests");
    await expect(page.locator("li", { hasText: name.toUpperCase() })).toContainText("let us talk");
  });

  test("a visible one that is alike is shown while typing, in Chinese too", async ({ page }) => {
    const name = `海川${unlike()}精密`;
    await addCustomer(page, `${name}有限公司`);
    await page.goto("/customers/new", { waitUntil: "networkidle" });
    await field(page, "Name").fill(`${name}股份有限公司`);
    await expect(page.getByText("may exist already")).toBeVisible();
    await expect(page.getByRole("link", { name: `${name}有限公司` })).toBeVisible();
  });
});
