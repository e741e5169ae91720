import { expect } from "@playwright/test";
import { makeDeal, moveTo } from "./support/deals";
import { flowsFrom } from "./support/flow";

// A rep's work on a deal: won and booked once, corrected, lost, opened again, deleted and brought back.

const flow = flowsFrom(0);

flow(
  "a deal is won and booked once, the booking corrected, the deal opened again",
  "rep",
  async (it) => {
    const { page, hand, t, demo } = it;
    const title = await makeDeal(it);
    await moveTo(it, "Proposal");
    const dialog = page.getByRole("dialog");
    const booked = page.getByRole("rowheader", { name: /^D-/ });
    await hand.press(page.getByRole("button", { name: demo("Won"), exact: true }));
    const amount = dialog.getByRole("textbox", { name: t("pipeline.win.amount") });
    await expect(amount).toHaveValue("12,000");
    const submit = dialog.getByRole("button", { name: t("pipeline.win.submit") });
    // Twice, as an impatient person does.
    if (it.by === "keys") await hand.press(submit).then(() => page.keyboard.press("Enter"));
    else await submit.dblclick();
    await expect(page.getByText(t("pipeline.win.done", { title }))).toBeVisible();
    await expect(dialog).toBeHidden();
    await expect(booked).toHaveCount(1);

    await hand.choose(
      page.getByRole("button", { name: t("pipeline.menu.label") }),
      t("pipeline.menu.correct"),
    );
    await hand.write(amount, "15000");
    await hand.press(dialog.getByRole("button", { name: t("pipeline.win.correct") }));
    await expect(page.getByText(t("pipeline.win.corrected"))).toBeVisible();
    await expect(booked).toHaveCount(1);
    await expect(page.getByRole("row").filter({ has: booked })).toContainText("15,000");

    await moveTo(it, "Negotiation");
    await expect(booked).toHaveCount(0);
  },
);

flow("a deal is lost for a reason, opened again, deleted and brought back", "rep", async (it) => {
  const { page, hand, t, demo } = it;
  const title = await makeDeal(it);
  await hand.press(page.getByRole("button", { name: demo("Lost"), exact: true }));
  const dialog = page.getByRole("dialog");
  const submit = dialog.getByRole("button", { name: t("pipeline.lose.submit") });
  await hand.press(submit);
  await expect(dialog.getByText(t("errors.required")).first()).toBeVisible();
  await hand.select(
    dialog.getByRole("combobox", { name: t("pipeline.lose.reason") }),
    demo("Price"),
  );
  await hand.select(
    dialog.getByRole("combobox", { name: t("pipeline.lose.competitor") }),
    demo("VisiGuard"),
  );
  await hand.press(submit);
  await expect(page.getByText(t("pipeline.lose.done", { title }))).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(demo("Lost"));

  await moveTo(it, "Negotiation");
  await hand.choose(
    page.getByRole("button", { name: t("pipeline.menu.label") }),
    t("pipeline.menu.delete"),
  );
  await page.waitForURL(/\/deals$/);
  await hand.press(page.getByRole("button", { name: t("common.undo") }));
  await page.waitForURL(/\/deals\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
});
