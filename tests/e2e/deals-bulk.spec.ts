import { expect } from "@playwright/test";
import { makeDeal } from "./support/deals";
import { flowsFrom } from "./support/flow";

const flow = flowsFrom(1);

flow(
  "deals are given another stage, day and owner at once, and that is undone",
  "manager",
  async (it) => {
    const { page, hand, visit, t, demo } = it;
    const title = await makeDeal(it);
    await visit(`/deals?q=${encodeURIComponent(title)}`);
    const dialog = page.getByRole("dialog");
    const row = page.locator("tbody tr");
    /** Changes the one deal of the list; what is entered is entered by `enter`. */
    async function change(kind: "stage" | "close" | "owner", enter: () => Promise<void>) {
      await hand.tick(row.getByRole("checkbox"));
      await hand.press(page.getByRole("button", { name: t("pipeline.bulk.open"), exact: true }));
      if (kind !== "stage")
        await hand.select(
          dialog.getByLabel(t("pipeline.bulk.what")),
          t(`pipeline.bulk.kinds.${kind}`),
        );
      await enter();
      await hand.press(dialog.getByRole("button", { name: t("pipeline.bulk.preview") }));
      await hand.press(
        dialog.getByRole("button", { name: t("pipeline.bulk.apply", { count: 1 }) }),
      );
      await expect(dialog).toBeHidden();
      await expect(page.getByText(t("pipeline.bulk.done", { count: 1 })).last()).toBeVisible();
    }
    const value = (kind: "stage" | "close" | "owner") =>
      dialog.getByLabel(t(`pipeline.bulk.kinds.${kind}`)).last();
    await change("stage", () => hand.select(value("stage"), demo("Proposal")));
    await expect(row).toContainText(demo("Proposal"));
    await hand.press(page.getByRole("button", { name: t("common.undo") }).last());
    await expect(page.getByText(t("common.restored")).last()).toBeVisible();
    await expect(row).toContainText(demo("Prospecting"));
    await change("close", () => hand.write(value("close"), "2031-03-05"));
    await expect(row).toContainText(it.f.dateShort("2031-03-05" as never));
    await change("owner", () => hand.find(value("owner"), demo("Mingyuan Zhou")));
    await expect(row).toContainText(demo("Mingyuan Zhou"));
  },
);
