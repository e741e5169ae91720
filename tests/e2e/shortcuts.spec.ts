import { expect } from "@playwright/test";
import { flowsFrom } from "./support/flow";

const flow = flowsFrom(1);

flow(
  "keys go to a place and move in its list; a sheet names them and switches them off",
  "manager",
  async (it) => {
    const { page, hand, visit, phone, t } = it;
    await visit("/targets");
    const sheet = page.getByRole("dialog", { name: t("navigation.shortcuts.title") });
    const box = page.getByRole("combobox", { name: t("navigation.search.placeholder") });
    // A phone has no keys, but a tablet of its width may: they work, and the search names them.
    for (const key of ["g", "c"]) await page.keyboard.press(key);
    await page.waitForURL(/\/customers$/);
    const first = page.locator("tbody th a").first();
    await expect(first).toBeVisible();
    for (const key of ["j", "j", "k"]) await page.keyboard.press(key);
    await expect(first).toBeFocused();
    if (phone) {
      const open = page.getByRole("button", { name: t("navigation.search.open") });
      await hand.press(open.filter({ visible: true }));
      await hand.write(box, t("navigation.commands.shortcuts"));
      await hand.press(page.getByRole("option", { name: t("navigation.commands.shortcuts") }));
    } else await page.keyboard.press("?");
    await expect(sheet.getByText(t("navigation.shortcuts.names.help"))).toBeVisible();
    await hand.tick(sheet.getByRole("switch"), false);
    await page.keyboard.press("Escape");
    await expect(sheet).toHaveCount(0);
    await page.locator("body").press("?");
    await page.locator("body").press("Control+k");
    await expect(box).toBeFocused();
    await expect(sheet).toHaveCount(0);
  },
);
