import { expect, type Page, test } from "@playwright/test";
import { addDays, type BusinessDate } from "@/lib/shared/business-date";
import { makeDeal } from "./support/deals";
import { flowsFrom } from "./support/flow";
import { choose, sessionOf } from "./support/roles";

const flow = flowsFrom(1);

flow(
  "a sale is recorded for a deal, corrected, partly returned, deleted and brought back",
  "rep",
  async (it) => {
    const { page, hand, visit, t, f, demo, unique } = it;
    const title = await makeDeal(it);
    await visit("/sales/new");
    const field = (name: "quantity" | "amount" | "orderNo") =>
      page.getByRole("main").getByLabel(t(`sales.entry.${name}`));
    const choice = (name: "product" | "deal") =>
      page.getByRole("combobox", { name: t(`sales.entry.${name}`) });
    const press = (name: string) =>
      hand.press(page.getByRole("main").getByRole("button", { name, exact: true }));
    await hand.find(choice("product"), demo("Smart Camera"));
    await hand.write(field("quantity"), "2");
    await hand.write(field("amount"), "1198");
    const orderNo = unique("SO");
    await hand.write(field("orderNo"), orderNo);
    await hand.find(choice("deal"), title);
    await press(t("sales.entry.submit"));
    await page.waitForURL(/\/sales\/[0-9a-f-]{36}$/);
    const main = page.getByRole("main");
    await expect(main.getByRole("link", { name: title })).toBeVisible();
    await expect(main).toContainText(demo("Smart Camera"));

    await hand.press(main.getByRole("link", { name: t("sales.entry.edit") }));
    await page.waitForURL(/\/edit$/);
    await page.waitForLoadState("networkidle");
    await hand.write(field("quantity"), "3");
    await hand.write(field("amount"), "1797");
    await press(t("sales.entry.correct"));
    await page.waitForURL(/\/sales\/[0-9a-f-]{36}$/);
    await expect(main).toContainText(f.moneyFull(1797));

    await press(t("sales.entry.delete"));
    await page.waitForURL(/\/sales$/);
    await hand.press(page.getByRole("button", { name: t("common.undo") }));
    await page.waitForURL(/\/sales\/[0-9a-f-]{36}$/);

    await press(t("sales.entry.return"));
    const dialog = page.getByRole("dialog");
    await hand.write(dialog.getByLabel(t("sales.entry.quantity")), "1");
    await hand.write(dialog.getByLabel(t("sales.entry.amount")), "599");
    await hand.press(dialog.getByRole("button", { name: t("sales.entry.return") }));
    await expect(page.getByText(t("sales.entry.returned"))).toBeVisible();
    const order = page.getByRole("table", { name: t("sales.detail.order") });
    await expect(order.getByRole("row").filter({ hasText: "−599" })).toBeVisible();
    // The list adds up what was sold and what came back.
    await visit(`/sales?q=${encodeURIComponent(orderNo)}`);
    await expect(page.locator("tbody tr")).toHaveCount(2);
    await expect(page.locator("tfoot")).toContainText("1,198");
  },
);

/** A day nobody else enters: of the years before the demo company. */
function someDay(): BusinessDate {
  return addDays("2004-01-01" as BusinessDate, Math.floor(Math.random() * 5000));
}

const cell = (page: Page, place: string) => page.locator(`[data-cell="${place}"]`);

flow(
  "a store's day is entered: in a grid at a desk, field by field on a phone",
  "manager",
  async (it) => {
    const { page, hand, visit, phone, by, t, demo } = it;
    await visit(`/sales/days?day=${someDay()}`);
    const name = demo("Smart Lock");
    if (phone) {
      await hand.write(page.getByLabel(`${name} ${t("sales.days.quantity")}`), "3");
      const problem = page.getByRole("main").getByRole("alert");
      await expect(problem).toHaveText(t("sales.days.problem.amountMissing"));
      await page.reload({ waitUntil: "networkidle" });
      await expect(page.getByText(t("common.draftRestored"))).toBeVisible();
    } else {
      const quantity = page.getByRole("row", { name }).locator("[data-cell]").first();
      if (by === "pointer") await quantity.click();
      else {
        // The grid is one stop of Tab; from there arrow keys lead.
        await hand.comeTo(cell(page, "0:0"));
        const [row = "0"] = ((await quantity.getAttribute("data-cell")) ?? "").split(":");
        for (let line = 0; line < Number(row); line++) await page.keyboard.press("ArrowDown");
      }
      await page.keyboard.type("3");
      await page.keyboard.press("Enter");
    }
    await hand.press(page.getByRole("button", { name: t("sales.days.fill") }));
    const save = page.getByRole("button", { name: t("common.save"), exact: true });
    await hand.press(save);
    await expect(page.getByText(t("sales.days.saved", { count: 1 }))).toBeVisible();
    await page.reload({ waitUntil: "networkidle" });
    if (phone)
      await expect(page.getByLabel(`${name} ${t("sales.days.amount")}`)).toHaveValue("5,097");
    else await expect(page.getByRole("row", { name })).toContainText("5,097");
  },
);
test.describe("a manager at a desk, in Chinese", () => {
  test.use({ storageState: sessionOf("manager"), viewport: { width: 1440, height: 900 } });

  test("enters a store's day by keyboard; of two who do, the second sees both numbers", async ({
    page,
    context,
    baseURL,
  }) => {
    await choose(context, baseURL, { locale: "zh-CN" });
    const address = `/sales/days?day=${someDay()}`;
    const other = await context.newPage();
    await page.goto(address, { waitUntil: "networkidle" });
    await other.goto(address, { waitUntil: "networkidle" });

    await cell(page, "0:0").focus();
    await page.keyboard.type("2");
    await page.keyboard.press("Tab");
    await page.keyboard.type("1,398");
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.type("-1");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+s");
    await expect(page.getByText("有数量但没有金额").first()).toBeVisible();
    await page.keyboard.type("-99");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+s");
    await expect(page.getByText("已保存 2 行")).toBeVisible();

    await cell(other, "0:0").focus();
    await other.keyboard.type("5");
    await other.keyboard.press("Tab");
    await other.keyboard.type("3495");
    await other.keyboard.press("Enter");
    await other.keyboard.press("Control+s");
    const dialog = other.getByRole("dialog");
    await expect(dialog).toContainText("1,398");
    await expect(dialog).toContainText("3,495");
    await dialog.getByRole("button", { name: "全部保留我的" }).click();
    await dialog.getByRole("button", { name: "确定并保存" }).click();
    await expect(other.getByText("已保存 1 行")).toBeVisible();

    await page.reload({ waitUntil: "networkidle" });
    await expect(cell(page, "0:1")).toHaveText("3,495");
    await expect(cell(page, "1:1")).toHaveText("−99");
    await expect(page.getByText("已录 2 个产品")).toBeVisible();
  });
});
