import { expect, type Locator, type Page } from "@playwright/test";
import { addDays, type BusinessDate } from "@/lib/shared/business-date";
import { type Flow, flowsFrom, type Person } from "./support/flow";
import { openLog } from "./support/quick-log";
import type { Words } from "./support/words";

const flow = flowsFrom(2);

flow("a follow-up is logged, found, edited, deleted and brought back", "rep", async (it) => {
  const { page, hand, visit, t, unique } = it;
  // One of the demo's own, with sales: those that other tests make have no contacts.
  await visit("/customers?sort=-revenue&size=25");
  await hand.press(page.locator("tbody th a").first());
  await page.waitForURL(/\/customers\/[0-9a-f-]{36}/);
  const subject = unique("Shown the new camera");
  const panel = page.getByRole("main").getByRole("button", { name: t("activityForm.new") });
  await hand.press(panel.first());
  const sheet = page.getByRole("dialog", { name: t("activityForm.new") });
  await hand.tick(sheet.getByRole("radio", { name: t("activityForm.kinds.demo") }));
  await hand.tick(
    sheet
      .getByRole("group", { name: t("activityForm.contacts") })
      .getByRole("checkbox")
      .first(),
  );
  await hand.write(sheet.getByRole("textbox", { name: t("activityForm.minutes") }), "45");
  await hand.write(sheet.getByRole("textbox", { name: t("activityForm.subject") }), subject);
  await hand.select(
    sheet.getByLabel(t("activityForm.outcome")),
    t("activityForm.outcomes.positive"),
  );
  await hand.press(sheet.getByRole("button", { name: t("activityForm.save") }));
  await expect(page.getByText(t("activityForm.saved"))).toBeVisible();

  await visit(`/activities?q=${encodeURIComponent(subject)}`);
  await expect(page.locator("tbody tr")).toHaveCount(1);
  await hand.press(page.locator("tbody th a"));
  await page.waitForURL(/\/activities\/[0-9a-f-]{36}/);
  const notes = page.getByRole("textbox", { name: t("activityForm.notes") });
  await hand.write(notes, "<b>x</b> 🎉 שלום");
  await hand.press(page.getByRole("button", { name: t("common.save"), exact: true }));
  await expect(page.getByText(t("activityForm.saved"))).toBeVisible();
  await page.reload({ waitUntil: "networkidle" });
  await expect(notes).toHaveValue("<b>x</b> 🎉 שלום");

  await hand.press(page.getByRole("button", { name: t("common.delete") }));
  await page.waitForURL("**/activities/calendar");
  await hand.press(page.getByRole("button", { name: t("common.undo") }));
  await page.waitForURL(/\/activities\/[0-9a-f-]{36}/);
  await expect(page.getByRole("main").getByText(subject).first()).toBeVisible();
});

/** A Wednesday that no other test plans for. */
function someWednesday(): BusinessDate {
  return addDays("2031-03-05" as BusinessDate, 7 * Math.floor(Math.random() * 2000));
}

/** To the next day: dragged at a desk, by Alt and an arrow key; on a phone put off by its menu. */
async function moveOn({ page, hand, phone, by, t, f }: Flow, entry: Locator, from: BusinessDate) {
  if (phone) {
    const [name = ""] = t("activityForm.postpone", { title: "#" }).split("#");
    await hand.choose(entry.getByRole("button", { name }), /./);
    await expect(page.getByText(movedTo(t, ".+"))).toBeVisible();
    return;
  }
  const day = addDays(from, 1);
  const cell = page.getByRole("cell").filter({ has: page.getByLabel(f.date(day)) });
  const link = entry.getByRole("link");
  const name = (await link.textContent()) ?? "";
  if (by === "pointer") await link.dragTo(cell);
  else {
    await hand.comeTo(link);
    await page.keyboard.press("Alt+ArrowRight");
  }
  await expect(page.getByText(movedTo(t, f.dayAndMonth(day)))).toBeVisible();
  await page.reload({ waitUntil: "networkidle" });
  await expect(cell.getByRole("link").filter({ hasText: name })).toBeVisible();
}

const movedTo = (t: Words, date: string) => new RegExp(t("activityForm.movedTo", { date }));

flow(
  "what is planned stands in the calendar, is moved, done, and open again",
  "rep",
  async (it) => {
    const { page, hand, visit, phone, t, unique } = it;
    const day = someWednesday();
    await visit(`/activities/calendar?view=week&date=${day}`);
    const subject = unique("Visit");
    await hand.press(page.getByRole("button", { name: t("activityForm.new") }));
    const sheet = page.getByRole("dialog", { name: t("activityForm.new") });
    await hand.tick(sheet.getByRole("radio", { name: t("activityForm.statuses.planned") }));
    await hand.write(sheet.getByRole("textbox", { name: t("activityForm.subject") }), subject);
    await hand.press(sheet.getByRole("button", { name: t("activityForm.save") }));
    await expect(page.getByText(t("activityForm.saved"))).toBeVisible();
    const entry = page
      .getByRole("main")
      .getByRole("listitem")
      .filter({ hasText: subject, visible: true });
    if (!phone) await moveOn(it, entry, day);
    await hand.press(entry.getByRole("link"));
    await page.waitForURL(/\/activities\/[0-9a-f-]{36}/);
    const done = page.getByRole("button", {
      name: t("activityForm.complete", { title: "" }).trim(),
    });
    await hand.press(done);
    await expect(page.getByText(t("activityForm.completed"))).toBeVisible();
    await hand.press(page.getByRole("button", { name: t("common.undo") }).last());
    await expect(done).toBeVisible();
    if (!phone) return;
    await page.waitForLoadState("networkidle");
    await visit(`/activities/calendar?view=week&date=${day}`);
    await moveOn(it, entry, day);
  },
);

flow("two people change one follow-up: the second sees both versions", "rep", async (it) => {
  const { page, hand, visit, another, t, unique } = it;
  await visit("/activities");
  const sheet = await openLog(it);
  const subject = unique("ours");
  const field = (on: Page | Locator) =>
    on.getByRole("textbox", { name: t("activityForm.subject") });
  await hand.write(field(sheet), subject);
  await hand.press(sheet.getByRole("button", { name: t("activityForm.save") }));
  await expect(sheet).toBeHidden();
  await visit(`/activities?q=${encodeURIComponent(subject)}`);
  await hand.press(page.locator("tbody th a"));
  await page.waitForURL(/\/activities\/[0-9a-f-]{36}/);
  await page.waitForLoadState("networkidle");
  const other = await another("rep");
  await other.visit(new URL(page.url()).pathname);
  const [mine, theirs] = [unique("mine"), unique("theirs")];
  const change = async (who: Person, words: string) => {
    await who.hand.write(field(who.page), words);
    await who.hand.press(who.page.getByRole("button", { name: t("common.save"), exact: true }));
  };
  await change(other, theirs);
  await expect(other.page.getByText(t("activityForm.saved"))).toBeVisible();
  await change({ page, hand, visit }, mine);
  await expect(page.getByRole("cell", { name: theirs })).toBeVisible();
  await expect(page.getByRole("cell", { name: mine })).toBeVisible();
});
