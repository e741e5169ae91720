import { expect } from "@playwright/test";
import { makeDeal } from "./support/deals";
import { type Flow, flowsFrom } from "./support/flow";

const flow = flowsFrom(1);

/** To the next stage: by its menu on a phone, dragged at a desk, by Alt and an arrow key. */
async function moveCard({ page, hand, phone, by, t, demo }: Flow, title: string) {
  const column = page.getByRole("region", { name: demo("Prospecting"), exact: true });
  const link = column.getByRole("link", { name: title });
  if (phone) {
    const menu = page.getByRole("button", { name: t("pipeline.board.moveOf", { title }) });
    await hand.choose(menu, demo("Qualification"));
  } else if (by === "pointer") {
    const card = column
      .getByRole("listitem")
      .filter({ has: page.getByRole("link", { name: title }) });
    await card.dragTo(page.getByRole("region", { name: demo("Qualification"), exact: true }));
  } else {
    await hand.comeTo(link);
    await page.keyboard.press("Alt+ArrowRight");
  }
}

flow("a card of the board goes to the next stage and stays there", "rep", async (it) => {
  const { page, hand, visit, phone, t, demo } = it;
  const title = await makeDeal(it);
  await visit(`/deals?q=${encodeURIComponent(title)}`);
  await hand.press(page.getByRole("link", { name: t("pipeline.board.toBoard"), exact: true }));
  await page.waitForURL(/\/deals\/board\?q=/);
  await moveCard(it, title);
  await expect(page.getByText(t("pipeline.moved"))).toBeVisible();
  await page.reload({ waitUntil: "networkidle" });
  const stage = demo("Qualification");
  // On a phone the board shows one stage at a time.
  if (phone)
    await hand.select(page.getByRole("combobox", { name: t("pipeline.stageBar") }), `${stage} (1)`);
  const column = page.getByRole("region", { name: stage, exact: true });
  await expect(column.getByRole("link", { name: title })).toBeVisible();
  await hand.press(page.getByRole("link", { name: t("pipeline.board.toList"), exact: true }));
  await page.waitForURL(/\/deals\?q=/);
  await expect(page.getByRole("rowheader", { name: title })).toBeVisible();
});
