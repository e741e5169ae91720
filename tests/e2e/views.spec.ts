import { expect } from "@playwright/test";
import { flowsFrom } from "./support/flow";

const flow = flowsFrom(2);

flow("a view is saved, changed, opened, deleted and brought back", "rep", async (it) => {
  const { page, hand, visit, t, unique } = it;
  await visit("/deals?kind=open&sort=-expected");
  const name = unique("Mine");
  const menu = page.getByRole("button", { name: t("views.label"), exact: true });
  const dialog = page.getByRole("dialog");
  await hand.choose(menu, t("views.saveNew"));
  await hand.write(dialog.getByLabel(t("views.name")), name);
  await hand.press(dialog.getByRole("button", { name: t("common.save"), exact: true }));
  const chip = page.getByRole("navigation", { name: t("views.label") }).getByRole("link", { name });
  await expect(chip).toHaveAttribute("aria-current", "true");

  await hand.select(page.getByRole("combobox", { name: t("lists.kind") }), t("deals.kinds.won"));
  await expect(chip).toContainText(t("views.changed"));
  await hand.choose(menu, t("views.overwrite", { name }));
  await expect(chip).not.toContainText(t("views.changed"));

  await visit("/deals?view=all");
  await hand.choose(menu, name);
  await page.waitForURL(/view=.*kind=won&sort=-expected/);

  await hand.choose(menu, t("views.delete", { name }));
  await expect(chip).toBeHidden();
  await hand.press(page.getByRole("button", { name: t("common.undo") }));
  await expect(chip).toBeVisible();
  await hand.choose(menu, t("views.delete", { name }));
  await expect(chip).toBeHidden();
});

flow("a view the manager shares opens on the rep's own deals", "rep", async (it) => {
  const { page, hand, visit, t, demo } = it;
  await visit("/deals?view=all");
  const views = page.getByRole("navigation", { name: t("views.label") });
  await hand.press(views.getByRole("link", { name: "大额未结商机" }));
  await page.waitForURL(/kind=open.*min=100000/);
  await expect(page.getByText(t("views.sharedBy", { name: demo("Jing Chen") }))).toBeAttached();
});
