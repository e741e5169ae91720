import { expect, type Page } from "@playwright/test";
import { addCustomer } from "./support/customers";
import { flowsFrom } from "./support/flow";

const flow = flowsFrom(0);

flow(
  "a customer is added, given a contact, put out of use, deleted and brought back",
  "rep",
  async (it) => {
    const { page, hand, visit, t, unique } = it;
    const name = unique("<b>公司</b> 😀");
    await visit("/customers");
    await hand.press(page.getByRole("link", { name: t("customers.add") }));
    await page.waitForURL(/\/customers\/new/);
    const field = page.getByRole("textbox", { name: t("customers.fields.name"), exact: true });
    await hand.write(field, name);
    await hand.press(page.getByRole("button", { name: t("customers.add") }));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);

    const add = { name: t("customers.contacts.add") };
    await hand.press(page.getByRole("button", add));
    const form = page.getByRole("dialog");
    await hand.write(
      form.getByLabel(t("customers.contacts.name"), { exact: false }).first(),
      "王芳",
    );
    await hand.select(
      form.getByLabel(t("customers.contacts.role")),
      t("customers.contacts.roles.decision_maker"),
    );
    const phone = form.getByLabel(t("customers.contacts.phone"));
    await hand.write(phone, "call me");
    await hand.press(form.getByRole("button", add));
    await expect(form.getByText(t("errors.phoneInvalid"))).toBeVisible();
    await hand.write(phone, "+86 138 0000 0000");
    await hand.press(form.getByRole("button", add));
    await expect(form).toHaveCount(0);
    const contact = page.getByRole("listitem").filter({ hasText: "王芳" });
    await expect(contact).toContainText(t("customers.contacts.roles.decision_maker"));

    const menu = page.getByRole("button", { name: t("customers.moreActions") });
    const isOff = page.getByRole("main").getByText(t("customers.inactive"), { exact: true });
    await hand.choose(menu, t("customers.deactivate"));
    await expect(isOff.first()).toBeVisible();
    const undo = page.getByRole("button", { name: t("common.undo") }).last();
    await hand.press(undo);
    await expect(isOff).toHaveCount(0);

    await hand.choose(menu, t("customers.delete"));
    await expect(page.getByText(t("customers.deleted"))).toBeVisible();
    await page.waitForURL(/\/customers$/);
    await hand.press(undo);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
    await expect(contact).toBeVisible();
  },
);

flow(
  "a name like a visible customer's is shown while typing; the other becomes the parent",
  "rep",
  async (it) => {
    const { page, hand, visit, t } = it;
    const name = `海川${crypto.randomUUID().slice(0, 8)}精密`;
    await addCustomer(it, `${name}有限公司`);
    await visit("/customers/new");
    const field = page.getByRole("textbox", { name: t("customers.fields.name"), exact: true });
    await expect(field).toBeFocused();
    await hand.write(field, `${name}股份有限公司`);
    await expect(page.getByText(t("customers.similar.title"))).toBeVisible();
    await expect(page.getByRole("link", { name: `${name}有限公司` })).toBeVisible();
    await hand.find(
      page.getByRole("combobox", { name: t("customers.fields.parentId") }),
      `${name}有限公司`,
    );
    await hand.press(page.getByRole("button", { name: t("customers.add") }));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${name}股份有限公司`);
    await expect(page.getByRole("link", { name: `${name}有限公司` }).first()).toBeVisible();
  },
);

flow("a name like a hidden customer's asks its owner, who answers", "rep", async (it) => {
  const { page, hand, visit, another, t } = it;
  const name = `${crypto.randomUUID().slice(0, 8)} ${crypto.randomUUID().slice(0, 8)} Trading`;
  const admin = await another("admin");
  await addCustomer({ ...admin, t }, `${name} Co., Ltd.`);

  await visit("/customers/new");
  const field = page.getByRole("textbox", { name: t("customers.fields.name"), exact: true });
  await hand.write(field, `${name.toUpperCase()} GmbH`);
  await expect(page.getByText(t("customers.similar.hidden"))).toBeVisible();
  await expect(page.getByText("Co., Ltd.")).toHaveCount(0);
  await hand.press(page.getByRole("button", { name: t("customers.similar.ask") }));
  await expect(page.getByText(t("customers.similar.asked"))).toBeVisible();

  await admin.visit("/customers/requests");
  const asked = (on: Page) => on.getByRole("listitem").filter({ hasText: name.toUpperCase() });
  await admin.hand.write(
    asked(admin.page).getByLabel(t("customers.requests.answer")),
    "It is mine, let us talk.",
  );
  await admin.hand.press(
    asked(admin.page).getByRole("button", { name: t("customers.requests.send") }),
  );
  await expect(admin.page.getByText(t("customers.requests.sent"))).toBeVisible();
  await visit("/customers/requests");
  await expect(asked(page)).toContainText("let us talk");
});

flow(
  "two people edit one customer: the second sees both versions and loses nothing",
  "rep",
  async (it) => {
    const { page, hand, visit, another, t, unique } = it;
    const path = await addCustomer(it, unique("Shared"));
    const manager = await another("manager");
    await manager.visit(`${path}/edit`);
    await visit(`${path}/edit`);
    const place = (on: Page) =>
      on.getByRole("textbox", { name: t("customers.fields.location"), exact: true });
    const save = (on: Page) => on.getByRole("button", { name: t("common.save"), exact: true });
    await hand.write(place(page), "Theirs");
    await hand.press(save(page));
    await expect(page).toHaveURL(new RegExp(`${path}$`));

    await manager.hand.write(place(manager.page), "Mine");
    await manager.hand.press(save(manager.page));
    const both = manager.page.getByRole("row", { name: t("customers.fields.location") });
    await expect(both).toContainText("Mine");
    await expect(both).toContainText("Theirs");
    const keep = manager.page.getByRole("button", { name: t("common.conflict.keepMine") });
    await manager.hand.press(keep);
    await manager.hand.press(save(manager.page));
    await expect(manager.page).toHaveURL(new RegExp(`${path}$`));
    await expect(manager.page.getByText("Mine", { exact: true })).toBeVisible();
  },
);
