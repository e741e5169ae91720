import { expect } from "@playwright/test";
import { customerOf, makeDeal } from "./support/deals";
import { flowsFrom } from "./support/flow";

// What a rep writes down about a deal: facts, products, the next step and how the customer decides.

const flow = flowsFrom(2);

flow("a deal's facts are changed; another probability needs its reason", "rep", async (it) => {
  const { page, hand, t, f, demo, unique } = it;
  await makeDeal(it);
  await hand.press(page.getByRole("button", { name: t("pipeline.edit.open"), exact: true }));
  const form = page
    .getByRole("main")
    .locator("form")
    .filter({
      has: page.getByRole("textbox", { name: t("pipeline.fields.title") }),
    });
  const field = (name: Parameters<typeof t>[0]) => form.getByLabel(t(name as never));
  const title = unique("Renamed");
  await hand.write(field("pipeline.fields.title"), title);
  await hand.write(field("pipeline.fields.amount"), "34500");
  await hand.write(field("pipeline.fields.expectedCloseOn"), "2031-03-05");
  await hand.write(field("pipeline.fields.probability"), "65");
  await hand.select(field("pipeline.fields.competitor"), demo("VisiGuard"));
  const save = form.getByRole("button", { name: t("common.save"), exact: true });
  await hand.press(save);
  await expect(form.getByText(t("errors.required"))).toBeVisible();
  await hand.write(field("pipeline.fields.probabilityReason"), "Budget approved");
  await hand.press(save);
  await expect(page.getByText(t("pipeline.edit.done"), { exact: true })).toBeVisible();
  const main = page.getByRole("main");
  await expect(main.getByRole("heading", { level: 1 })).toContainText(title);
  for (const text of [f.moneyFull(34500), f.date("2031-03-05" as never), demo("VisiGuard")])
    await expect(main.getByText(text).first()).toBeVisible();
  await expect(main.getByText(t("deals.detail.ownProbability"))).toBeVisible();
  await expect(main.getByText("65%").first()).toBeVisible();
});

flow("products and the next step are entered; their sum becomes the amount", "rep", async (it) => {
  const { page, hand, t, f, demo, unique } = it;
  await makeDeal(it);
  const step = unique("Call the buyer");
  const form = page.locator("form").filter({
    has: page.getByRole("button", { name: t("pipeline.nextStep.submit") }),
  });
  const field = form.getByLabel(t("pipeline.fields.nextStep"), { exact: true });
  await hand.write(field, step);
  await hand.write(form.getByLabel(t("pipeline.fields.nextStepOn")), "2031-02-03");
  await hand.press(page.getByRole("button", { name: t("pipeline.lines.edit") }));
  const enter = async (number: number, product: string, quantity: string, amount: string) => {
    const line = page.getByRole("group", { name: t("pipeline.lines.line", { number }) });
    await hand.find(line.getByRole("combobox"), demo(product));
    await hand.write(line.getByRole("textbox", { name: t("pipeline.lines.quantity") }), quantity);
    await hand.write(line.getByRole("textbox", { name: t("pipeline.lines.amount") }), amount);
  };
  await enter(1, "Smart Camera", "3", "1797");
  await hand.press(page.getByRole("button", { name: t("pipeline.lines.add") }));
  await enter(2, "Smart Lock", "2", "3400");
  await hand.tick(page.getByRole("checkbox", { name: t("pipeline.lines.takeSum") }));
  await hand.press(page.getByRole("button", { name: t("common.save"), exact: true }));
  await expect(page.getByText(t("pipeline.lines.done"))).toBeVisible();
  const lines = page.getByRole("table", { name: t("deals.detail.lines") });
  await expect(lines.getByRole("row", { name: demo("Smart Camera") })).toContainText("1,797");
  await expect(page.getByRole("main").getByText(f.moneyFull(5197)).first()).toBeVisible();

  // What was typed before the page changed is still there.
  await expect(field).toHaveValue(step);
  await hand.press(form.getByRole("button"));
  await expect(page.getByText(t("pipeline.nextStep.done"))).toBeVisible();
  await page.reload();
  await expect(page.getByRole("definition").filter({ hasText: step })).toBeVisible();
});

flow(
  "how the customer decides is captured on the deal and seen at the customer",
  "rep",
  async (it) => {
    const { page, hand, t } = it;
    const title = await makeDeal(it);
    await hand.press(page.getByRole("button", { name: t("customers.profile.capture") }));
    const form = page.getByRole("dialog");
    const [price, quality] = [
      t("customers.profile.drivers.price"),
      t("customers.profile.drivers.quality"),
    ];
    await hand.press(form.getByRole("button", { name: price, exact: true }));
    await hand.press(form.getByRole("button", { name: quality, exact: true }));
    // The second one matters more.
    await hand.press(
      form.getByRole("button", { name: t("customers.profile.up", { driver: quality }) }),
    );
    await hand.select(
      form.getByLabel(t("customers.profile.motive")),
      t("customers.profile.motives.growth"),
    );
    await hand.select(
      form.getByLabel(t("customers.profile.stage")),
      t("customers.profile.stages.evaluation"),
    );
    await hand.write(form.getByLabel(t("customers.profile.criteria")), "Three offers are compared");
    await hand.press(form.getByRole("button", { name: t("common.save"), exact: true }));
    await expect(page.getByText(t("customers.profile.saved"))).toBeVisible();
    const ranking = page.getByRole("list", { name: t("customers.profile.driversLabel") });
    await expect(ranking.getByRole("listitem")).toHaveText([`1 ${quality}`, `2 ${price}`]);

    await hand.press(page.getByRole("link", { name: customerOf(title) }).first());
    await page.waitForURL(/\/customers\/[0-9a-f-]{36}/);
    const main = page.getByRole("main");
    await expect(main.getByText(t("customers.profile.from", { count: 1 }))).toBeVisible();
    await hand.press(main.getByText(t("customers.profile.behind")));
    await expect(main.getByText("Three offers are compared")).toBeVisible();
    await expect(main.getByRole("link", { name: title }).first()).toBeVisible();
  },
);
