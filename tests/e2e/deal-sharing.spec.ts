import { expect } from "@playwright/test";
import { makeDeal } from "./support/deals";
import { type Flow, flowsFrom, type Person } from "./support/flow";

// A deal concerns more people than its owner: who shares it, who takes it over, who says no.

const flow = flowsFrom(3);

flow("a deal's credit is shared with a colleague", "rep", async (it) => {
  const { page, hand, t, f, demo } = it;
  await makeDeal(it);
  await hand.press(page.getByRole("button", { name: t("pipeline.split.open") }));
  const dialog = page.getByRole("dialog");
  const part = (number: number) =>
    dialog.getByRole("group", { name: t("pipeline.split.part", { number }) });
  await hand.find(part(2).getByRole("combobox"), demo("Mingyuan Zhou"));
  await hand.write(part(2).getByRole("textbox"), "30");
  const save = dialog.getByRole("button", { name: t("pipeline.split.submit") });
  await hand.press(save);
  // 50 and 30 are not the whole.
  await expect(dialog.getByRole("alert")).toBeVisible();
  await hand.write(part(1).getByRole("textbox"), "70");
  await hand.press(save);
  await expect(page.getByText(t("pipeline.split.done"))).toBeVisible();
  const main = page.getByRole("main");
  await expect(main.getByText(`${demo("Mingyuan Zhou")} ·`)).toBeVisible();
  await expect(main.getByText(f.moneyFull(3600))).toBeVisible();
});

/** Asks the manager to take the deal of the page over, and comes to the request as the manager. */
async function handOver({ page, hand, t, demo, another }: Flow, title: string): Promise<Person> {
  await hand.press(page.getByRole("button", { name: t("pipeline.handOver.open"), exact: true }));
  const dialog = page.getByRole("dialog");
  await hand.find(dialog.getByRole("combobox"), demo("Jing Chen"));
  await hand.write(dialog.getByLabel(t("pipeline.handOver.note")), `Yours? ${title}`);
  await hand.press(dialog.getByRole("button", { name: t("pipeline.handOver.ask"), exact: true }));
  await expect(page.getByText(t("pipeline.handOver.asked"))).toBeVisible();
  const manager = await another("manager");
  await manager.visit("/deals/handovers");
  return manager;
}

flow("a deal handed over is declined, then taken over; its stage stays", "rep", async (it) => {
  const { page, t, demo } = it;
  const title = await makeDeal(it);
  const deal = page.url();
  const manager = await handOver(it, title);
  const request = (on: Person) => on.page.getByRole("listitem").filter({ hasText: title });
  const answer = (on: Person, name: string) =>
    on.hand.press(request(on).getByRole("button", { name, exact: true }));
  await answer(manager, t("pipeline.handOver.decline"));
  await expect(manager.page.getByText(t("pipeline.handOver.declined", { title }))).toBeVisible();
  await expect(request(manager)).toHaveCount(0);

  await page.reload({ waitUntil: "networkidle" });
  await expect(
    page.getByText(t("timeline.handOver.declined", { to: demo("Jing Chen") })),
  ).toBeVisible();
  const again = await handOver(it, title);
  await answer(again, t("pipeline.handOver.accept"));
  await again.page.waitForURL(deal);
  await expect(again.page.getByRole("heading", { level: 1 })).toContainText(demo("Prospecting"));
  await expect(
    again.page.getByText(t("timeline.handOver.accepted"), { exact: true }),
  ).toBeVisible();
});
