import { expect, type Page } from "@playwright/test";
import { type Flow, flowsFrom } from "./support/flow";
import { openLog } from "./support/quick-log";

// From any page, with at most three taps besides the typing: one opens the log, one says what, one saves.

const flow = flowsFrom(1);

/** Counts the taps of something done. */
async function atMostThreeTaps({ hand }: Flow, steps: () => Promise<void>) {
  const before = hand.taps();
  await steps();
  expect(hand.taps() - before).toBeLessThanOrEqual(3);
}

const listed = (page: Page, name: string) => page.locator("tbody tr").filter({ hasText: name });

flow(
  "a follow-up and a market note are logged from another page in three taps",
  "rep",
  async (it) => {
    const { page, hand, visit, t, unique } = it;
    await visit("/targets");
    const subject = unique("Asked for a sample");
    await atMostThreeTaps(it, async () => {
      const sheet = await openLog(it);
      await hand.write(sheet.getByRole("textbox", { name: t("activityForm.subject") }), subject);
      await hand.press(sheet.getByRole("button", { name: t("activityForm.save") }));
      await expect(page.getByText(t("activityForm.saved"))).toBeVisible();
      await expect(sheet).toBeHidden();
    });
    const title = unique("VisiGuard opens a shop");
    await atMostThreeTaps(it, async () => {
      const sheet = await openLog(it);
      await hand.press(sheet.getByRole("button", { name: t("quickLog.note") }));
      await hand.write(sheet.getByRole("textbox", { name: t("marketForm.title") }), title);
      await hand.press(sheet.getByRole("button", { name: t("marketForm.record"), exact: true }));
      await expect(page.getByText(t("marketForm.recorded"))).toBeVisible();
      await expect(sheet).toBeHidden();
    });
    await visit(`/activities?q=${encodeURIComponent(subject)}`);
    await expect(listed(page, subject)).toHaveCount(1);
    await visit(`/market?q=${encodeURIComponent(title)}`);
    await expect(listed(page, title)).toHaveCount(1);
  },
);

flow("a deal and feedback are logged from another page in three taps", "rep", async (it) => {
  const { page, hand, visit, t, unique } = it;
  await visit("/market");
  const title = unique("Lobby cameras");
  await atMostThreeTaps(it, async () => {
    const sheet = await openLog(it);
    await hand.press(sheet.getByRole("link", { name: t("quickLog.deal") }));
    await page.waitForURL(/\/deals\/new/);
    await hand.write(page.getByRole("textbox", { name: t("pipeline.fields.title") }), title);
    await hand.press(page.getByRole("button", { name: t("pipeline.new.submit") }));
    await page.waitForURL(/\/deals\/[0-9a-f-]{36}$/);
  });
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
  const text = unique("Delivery was quick");
  await atMostThreeTaps(it, async () => {
    const sheet = await openLog(it);
    await hand.press(sheet.getByRole("link", { name: t("quickLog.feedback") }));
    await page.waitForURL(/\/feedback\/new\?deal=/);
    await hand.write(page.getByLabel(t("feedbackForm.text")), text);
    await hand.press(
      page.getByRole("main").getByRole("button", { name: t("feedbackForm.record"), exact: true }),
    );
    // Back at the deal it is about, which shows it.
    await page.waitForURL(/\/deals\/[0-9a-f-]{36}$/);
  });
  await expect(page.getByRole("main").getByText(text).first()).toBeVisible();
});
