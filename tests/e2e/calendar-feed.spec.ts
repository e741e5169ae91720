import { expect, test } from "@playwright/test";
import { flowsFrom } from "./support/flow";
import { NOBODY } from "./support/roles";

// A person has one address: a new one ends the one before, so these go one after the other.
test.describe.configure({ mode: "default" });

const flow = flowsFrom(3);

flow(
  "a calendar program reads what is planned by a secret address, until it is ended",
  "rep",
  async (it) => {
    const { page, hand, visit, t, unique } = it;
    await visit("/activities/calendar?view=day");
    const subject = unique("Contract review");
    await hand.press(page.getByRole("button", { name: t("activityForm.new") }));
    const sheet = page.getByRole("dialog", { name: t("activityForm.new") });
    await hand.tick(sheet.getByRole("radio", { name: t("activityForm.statuses.planned") }));
    const day = await sheet.getByLabel(t("activityForm.day")).inputValue();
    await hand.write(sheet.getByRole("textbox", { name: t("activityForm.subject") }), subject);
    await hand.press(sheet.getByRole("button", { name: t("activityForm.save") }));
    await expect(sheet).toBeHidden();

    await hand.press(page.getByRole("button", { name: t("activities.feed.open") }));
    const dialog = page.getByRole("dialog", { name: t("activities.feed.title") });
    const make = [t("activities.feed.make"), t("activities.feed.renew")];
    await hand.press(dialog.getByRole("button", { name: new RegExp(make.join("|")) }));
    const field = dialog.getByRole("textbox", { name: t("activities.feed.address") });
    await expect(field).toHaveValue(/\/api\/calendar\/.+/);
    const address = await field.inputValue();
    const program = await page.context().browser()?.newContext({ storageState: NOBODY });
    const calendar = await program?.request.get(address);
    expect(calendar?.headers()["content-type"]).toContain("text/calendar");
    // Lines of more than 75 bytes go on in the next one.
    const text = (await calendar?.text())?.replaceAll("\r\n ", "") ?? "";
    const event = text.split("BEGIN:VEVENT").find((part) => part.includes(subject));
    expect(event).toContain(`DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`);

    await hand.press(dialog.getByRole("button", { name: t("activities.feed.end") }));
    await expect(page.getByText(t("activities.feed.ended"))).toBeVisible();
    expect((await program?.request.get(address))?.status()).toBe(404);
    await program?.close();
  },
);
