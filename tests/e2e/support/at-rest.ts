import type { Page } from "@playwright/test";

/** Waits until nothing streams or loads any more, so that the page is looked at as it stays. */
export async function untilAtRest(page: Page): Promise<void> {
  await page.locator("h1").first().waitFor();
  await page.waitForLoadState("networkidle");
  await page.waitForFunction(() => !document.querySelector("[aria-busy=true]"));
}
