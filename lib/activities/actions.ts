"use server";
import { revalidatePath } from "next/cache";
import { getLocale } from "next-intl/server";
import { canEver } from "@/lib/people/domain/permissions";
import { action, policy } from "@/lib/platform/action-client";
import { read, write } from "@/lib/platform/db/access";
import { businessContext } from "@/lib/settings/data/business-context";
import { removing } from "@/lib/undo/data";
import * as activities from "./data";
import { endFeed, renewFeed } from "./data/calendar-feed";
import {
  aboutInput,
  activityInput,
  completeActivityInput,
  contactsOfInput,
  editActivityInput,
  newActivityInput,
  reopenActivityInput,
  rescheduleActivityInput,
} from "./schema";
import { aboutOptions } from "./sql/about-options";
import { contactOptions } from "./sql/contact-options";

const writer = action.use(policy((scope) => canEver(scope, "activity.write")));

/** Follow-ups stand on their own pages, on those of deals and customers, and on My day. */
function revalidate(): void {
  revalidatePath("/", "layout");
}

/** What a log from a page begins with: its deal and customer by name, and today. */
export const loadAbout = writer
  .inputSchema(aboutInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    const locale = await getLocale();
    return read(scope, async (tx) => {
      const { today } = await businessContext(tx);
      return { today, ...(await aboutOptions(tx, parsedInput, locale)) };
    });
  });

/** People at the customer, or at the deal's, as choices. */
export const loadContacts = writer
  .inputSchema(contactsOfInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    const locale = await getLocale();
    return read(scope, (tx) => contactOptions(tx, parsedInput, locale));
  });

export const createActivity = writer
  .inputSchema(newActivityInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    const saved = await write(scope, (tx) => activities.insertActivity(tx, scope, parsedInput));
    revalidate();
    return saved;
  });

export const editActivity = writer
  .inputSchema(editActivityInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    const saved = await write(scope, (tx) => activities.updateActivity(tx, scope, parsedInput));
    revalidate();
    return saved;
  });

export const completeActivity = writer
  .inputSchema(completeActivityInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    const saved = await write(scope, async (tx) => {
      const { today } = await businessContext(tx);
      return activities.completeActivity(tx, scope, parsedInput, today);
    });
    revalidate();
    return saved;
  });

/** Takes "done" back. */
export const reopenActivity = writer
  .inputSchema(reopenActivityInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    const saved = await write(scope, (tx) => activities.reopenActivity(tx, scope, parsedInput));
    revalidate();
    return saved;
  });

export const rescheduleActivity = writer
  .inputSchema(rescheduleActivityInput)
  .action(async ({ parsedInput, ctx: { scope } }) => {
    const saved = await write(scope, (tx) => activities.rescheduleActivity(tx, scope, parsedInput));
    revalidate();
    return saved;
  });

/** Answers with the removal to undo it by. */
export const deleteActivity = writer
  .inputSchema(activityInput)
  .action(async ({ parsedInput: { id }, ctx: { scope } }) => {
    const removal = await write(scope, (tx) =>
      removing(tx, "activity", () => activities.deleteActivity(tx, scope, id)),
    );
    revalidate();
    return { removal };
  });

/** A new secret address of one's own calendar, shown once; the one before ends. */
export const renewCalendarFeed = writer.action(async ({ ctx: { scope } }) => {
  const secret = await write(scope, (tx) => renewFeed(tx, scope));
  revalidatePath("/activities/calendar");
  return { path: `/api/calendar/${secret}.ics` };
});

export const endCalendarFeed = writer.action(async ({ ctx: { scope } }) => {
  await write(scope, (tx) => endFeed(tx, scope));
  revalidatePath("/activities/calendar");
});
