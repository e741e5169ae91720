import { z } from "zod";
import {
  amountParams,
  dateParam,
  dayParams,
  idsParam,
  listParams,
  param,
  placeParams,
  type Sort,
  textParam,
  wordsParam,
} from "@/lib/shared/list-params";
import { namesInput } from "@/lib/shared/text-input";
import { version } from "@/lib/shared/value-input";
import { VISIT_BANDS } from "./domain/visit-band";

/** Which of a deal's dates `from` and `to` are about. */
export const DEAL_DATES = ["closed", "created", "engaged", "expected"] as const;

/** What a deal may lack. */
export const DEAL_GAPS = ["customer", "amount", "product", "created", "expectedClose"] as const;

/**
 * Parameters of `/deals`, `/api/export/deals` and every link to "the records behind a figure".
 * All are optional and joined by AND; ids separated by commas are joined by OR.
 *
 * - `q`: part of the title, the customer's name or the external id.
 * - `kind`: `open`, `won`, `lost`, or `closed` (won and lost), by the stage the deal has now.
 * - `stage`: stage ids.
 * - `date` + `from` + `to`: the half-open range `[from, to)` of one date: `closed` (default),
 *   `created`, `engaged` or `expected` (close). Deals without that date are not in any range.
 * - `openOn`: deals that were open at the end of this day: created on or before it (or nobody knows
 *   when) and not closed on or before it. For a day in the past the list shows stage, expected
 *   amount, expected close, owner and unit as the history had them on that day.
 * - `unit`: a unit and all below it (`direct=1`: only the unit itself); `region`: ids of regions,
 *   `none` for deals outside any region. The tree is the one of the deal's *reference day*: `openOn`, else
 *   the date named by `date` when `from` or `to` is given, else the day it closed, else today.
 *   A shared deal is where its shares are credited, and its amounts in base currency are that part.
 * - `owner`: ids of users who are credited: the owner, or who shares the deal; `manager`: who managed
 *   the deal's unit, or the nearest unit above it that had a manager, on the reference day, or `none`.
 * - `product`, `category`: a line of the deal has it; `none`: a deal without lines, and for
 *   `category` also one with a line whose product has none.
 * - `customer`, `sector`, `segment`: `none` for deals without a customer (customers without a sector).
 * - `lossReason`, `competitor`: ids or `none`.
 * - `inStage`: days the deal has been in its stage today, both included: `31-60`, or from `91-` on; of open ones.
 * - `did`: kinds of activities, of which at least one was done for the deal until it closed.
 * - `notDid`: kinds of activities, of which none was done for the deal until it closed.
 * - `visits`: of closed deals, visits until then in thirty days of their course (a shorter course counts
 *   as thirty): `0` none, `1` up to one, `2` up to two, `3` more.
 * - `driver`, `motive`, `decision`: words of the latest buying profile (the driver named first), or
 *   `none` where it does not say; deals without a profile are in none of them.
 * - `min`, `max`: the amount in base currency, both inclusive: booked where won, else expected.
 * - `missing`: what the deal lacks, of `customer`, `amount`, `product`, `created`, `expectedClose`.
 */
const filters = {
  q: textParam,
  kind: param(z.enum(["open", "won", "lost", "closed"])),
  stage: idsParam,
  date: param(z.enum(DEAL_DATES)),
  ...dayParams,
  openOn: dateParam,
  ...placeParams,
  owner: idsParam,
  product: idsParam,
  category: idsParam,
  customer: idsParam,
  sector: wordsParam,
  segment: idsParam,
  lossReason: idsParam,
  competitor: idsParam,
  inStage: param(z.string().regex(/^\d{1,5}-(\d{1,5})?$/)),
  did: wordsParam,
  notDid: wordsParam,
  visits: param(z.enum(VISIT_BANDS)),
  driver: wordsParam,
  motive: wordsParam,
  decision: wordsParam,
  ...amountParams,
  missing: param(
    z
      .string()
      .transform((text) => text.split(","))
      .pipe(z.array(z.enum(DEAL_GAPS)).min(1)),
  ),
};

/** Columns of the list of deals, which are also what it can be sorted by. */
export const DEAL_COLUMNS = [
  "title",
  "customer",
  "stage",
  "owner",
  "unit",
  "expected",
  "weighted",
  "booked",
  "createdOn",
  "expectedCloseOn",
  "closedOn",
  "updatedAt",
] as const;
export type DealColumn = (typeof DEAL_COLUMNS)[number];

export const {
  list: dealListSchema,
  filter: dealFilterSchema,
  parse: parseDealList,
  href: dealListHref,
} = listParams("/deals", filters, DEAL_COLUMNS);

export type DealFilter = z.infer<typeof dealFilterSchema>;
export type DealListParams = z.infer<typeof dealListSchema>;

const id = z.guid();

/** A stage of the pipeline; the probability is that of winning, 0 to 1. */
const stage = {
  ...namesInput,
  kind: z.enum(["open", "won", "lost"]),
  probability: z
    .number({ error: "required" })
    .min(0, { error: "probabilityRange" })
    .max(1, { error: "probabilityRange" }),
};
export const newStageInput = z.object(stage);
export const editStageInput = z.object({ id, version, ...stage });
export const moveStageInput = z.object({ id, by: z.union([z.literal(-1), z.literal(1)]) });
export const settingInput = z.object({ id });
export const settingActiveInput = z.object({ id, active: z.boolean() });

/** "No decision" is not a competitive loss. */
const reason = { ...namesInput, isNoDecision: z.boolean().default(false) };
export const newReasonInput = z.object(reason);
export const editReasonInput = z.object({ id, version, ...reason });
export const newCompetitorInput = z.object(namesInput);
export const editCompetitorInput = z.object({ id, version, ...namesInput });

/** The order of the list where none is asked for: what changed last, of closed deals what closed last. */
export function dealSort({ sort, kind }: DealListParams): Sort<DealColumn> {
  return sort ?? (kind === undefined || kind === "open" ? "-updatedAt" : "-closedOn");
}
