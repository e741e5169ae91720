import { z } from "zod";
import { optionalDay, requiredDay } from "@/lib/shared/date-input";
import {
  dateParam,
  dayParams,
  idParam,
  idsParam,
  listParams,
  param,
  placeParams,
  type Sort,
  textParam,
} from "@/lib/shared/list-params";
import { optionalText } from "@/lib/shared/text-input";
import { version } from "@/lib/shared/value-input";
import { ACTIVITY_KINDS, ACTIVITY_OUTCOMES, ACTIVITY_STATUSES } from "./domain/activity";
import { CALENDAR_VIEWS } from "./domain/calendar-range";

const oneOrMore = <T extends string>(words: readonly [T, ...T[]]) =>
  param(
    z
      .string()
      .transform((text) => text.split(","))
      .pipe(z.array(z.enum(words)).min(1).max(words.length)),
  );

/**
 * Parameters of `/activities`, `/api/export/activities` and links to them; all optional, joined by AND.
 *
 * - `q`: part of the subject, the notes, the customer's name or the deal's title.
 * - `status`: `planned`, `done`, `overdue` (planned for a day that has passed) or `due` (planned up to today).
 * - `kind`, `outcome`: one or more, separated by commas.
 * - `from`, `to`: the half-open range of the day.
 * - `unit`, `region`, `manager`: the place on that day (`direct=1`: only the unit itself).
 * - `owner`, `customer`, `deal`, `contact`: ids, `none` for follow-ups without one.
 */
const filters = {
  q: textParam,
  status: param(z.enum([...ACTIVITY_STATUSES, "overdue", "due"])),
  kind: oneOrMore(ACTIVITY_KINDS),
  outcome: oneOrMore(ACTIVITY_OUTCOMES),
  ...dayParams,
  ...placeParams,
  owner: idsParam,
  customer: idsParam,
  deal: idsParam,
  contact: idsParam,
};

/** Columns of the list, which are also what it can be sorted by. */
export const ACTIVITY_COLUMNS = [
  "title",
  "day",
  "kind",
  "customer",
  "deal",
  "subject",
  "status",
  "outcome",
  "minutes",
  "nextStepOn",
  "owner",
  "unit",
] as const;
export type ActivityColumn = (typeof ACTIVITY_COLUMNS)[number];

export const {
  list: activityListSchema,
  filter: activityFilterSchema,
  parse: parseActivityList,
  href: activityListHref,
} = listParams("/activities", filters, ACTIVITY_COLUMNS);

export type ActivityFilter = z.infer<typeof activityFilterSchema>;
export type ActivityListParams = z.infer<typeof activityListSchema>;

/** The order where none is asked for: what is planned by day, what is done from the latest on. */
export function activitySort({ sort, status }: ActivityListParams): Sort<ActivityColumn> {
  return sort ?? (status === undefined || status === "done" ? "-day" : "day");
}

/** Parameters of the calendar: what it shows, around which day, and whose. */
export const calendarSchema = z.object({
  view: param(z.enum(CALENDAR_VIEWS)),
  date: dateParam,
  owner: idParam,
});

const id = z.guid();
const reference = z.guid({ error: "required" }).nullable();
const time = z
  .string()
  .regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d)?$/, { error: "timeInvalid" })
  .transform((text) => text || null)
  .nullable();

const activity = {
  kind: z.enum(ACTIVITY_KINDS),
  status: z.enum(ACTIVITY_STATUSES),
  day: requiredDay,
  time,
  minutes: z
    .number()
    .int({ error: "numberInvalid" })
    .min(0, { error: "negative" })
    .max(1440, { error: "tooLarge" })
    .nullable(),
  subject: optionalText(),
  outcome: z.union([z.literal("").transform(() => null), z.enum(ACTIVITY_OUTCOMES)]).nullable(),
  notes: optionalText(4000),
  nextStep: optionalText(),
  nextStepOn: optionalDay,
  dealId: reference,
  customerId: reference,
  /** Contacts of the customer; left out, those of the follow-up stay. */
  contactIds: z.array(z.guid()).max(50).optional(),
};

/** Whose it is: oneself, or for managers somebody below. */
export const newActivityInput = z.object({ ...activity, ownerId: id.nullish() });
export const editActivityInput = z.object({ id, version, ...activity });
export const activityInput = z.object({ id });
/** The record of the page something is logged from. */
export const aboutInput = z.object({ dealId: id.optional(), customerId: id.optional() });
/** Whose contacts a follow-up can name. */
export const contactsOfInput = z.object({ dealId: reference, customerId: reference });
export const completeActivityInput = z.object({
  id,
  version,
  outcome: z.enum(ACTIVITY_OUTCOMES).nullish(),
});
/** `day`: where it was planned before it was done. */
export const reopenActivityInput = z.object({ id, version, day: requiredDay.optional() });
/** Another day; the time of day stays. */
export const rescheduleActivityInput = z.object({ id, version, day: requiredDay });

export type NewActivity = z.infer<typeof newActivityInput>;
export type EditActivity = z.infer<typeof editActivityInput>;
