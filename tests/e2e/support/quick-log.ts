import type { Locator } from "@playwright/test";
import type { Flow } from "./flow";

/** Opens the log: under the thumb on a phone, in the sidebar at a desk, by its key; its sheet. */
export async function openLog({ page, hand, by, t }: Flow): Promise<Locator> {
  // The sidebar's button names its key too.
  const name = new RegExp(`^${t("quickLog.open")}( ?N)?$`);
  if (by === "keys") await page.keyboard.press("n");
  else await hand.press(page.getByRole("button", { name }).filter({ visible: true }));
  const sheet = page.getByRole("dialog", { name: t("quickLog.title") });
  await sheet.locator("form").waitFor();
  return sheet;
}
