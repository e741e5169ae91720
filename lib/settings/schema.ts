import { z } from "zod";
import { isBusinessDate } from "@/lib/shared/business-date";
import { isCurrency } from "@/lib/shared/currency";
import { dateParam, pageParams, param, textParam } from "@/lib/shared/list-params";
import { namesInput, optionalText, requiredText } from "@/lib/shared/text-input";
import { version } from "@/lib/shared/value-input";
import { MAX_RANGE_DAYS } from "./domain/calendar-text";
import { isTimeZone } from "./domain/time-zone";

const id = z.guid();
const weekday = z.number().int().min(1).max(7);
const day = z
  .string()
  .refine(isBusinessDate, { error: "dateInvalid" })
  .refine((date) => date >= "1990-01-01" && date < "2200-01-01", { error: "dateInvalid" });
const weight = z
  .number({ error: "required" })
  .min(0, { error: "scoreWeightRange" })
  .max(100, { error: "scoreWeightRange" });
const currency = z.string().refine(isCurrency, { error: "currencyUnknown" });

export const recordInput = z.object({ id });

/** Thresholds of pace are shares of the expected value: 1 is on pace. */
export const organisationInput = z
  .object({
    version,
    ...namesInput,
    timeZone: z.string().refine(isTimeZone, { error: "timeZoneUnknown" }),
    firstDayOfWeek: weekday,
    weekendDays: z
      .array(weekday)
      .max(6, { error: "weekendAll" })
      .transform((days) => [...new Set(days)].sort((a, b) => a - b)),
    riseColour: z.enum(["red", "green"]),
    paceOnFrom: z
      .number({ error: "required" })
      .min(0.01, { error: "paceRange" })
      .max(9.99, { error: "paceRange" }),
    paceCautionFrom: z
      .number({ error: "required" })
      .min(0, { error: "paceRange" })
      .max(9.99, { error: "paceRange" }),
    followUpDays: z
      .number({ error: "required" })
      .int({ error: "numberInvalid" })
      .min(1, { error: "followUpRange" })
      .max(60, { error: "followUpRange" }),
    scoreWeightRevenue: weight,
    scoreWeightNewCustomers: weight,
    scoreWeightGrowth: weight,
    scoreWeightWinRate: weight,
    scoreCap: z
      .number()
      .min(0.01, { error: "paceRange" })
      .max(9.99, { error: "paceRange" })
      .nullable(),
    leaderboardVisible: z.boolean(),
  })
  .refine((input) => input.paceCautionFrom <= input.paceOnFrom, {
    path: ["paceCautionFrom"],
    error: "paceOrder",
  });
export type OrganisationInput = z.infer<typeof organisationInput>;

export const fiscalStartInput = z.object({ version, startMonth: z.number().int().min(1).max(12) });
export const baseCurrencyInput = z.object({ version, baseCurrency: currency });

const entry = z
  .object({
    from: day,
    /** The last day; empty for a single day. */
    to: z.union([z.literal(""), day]),
    kind: z.enum(["holiday", "workday"]),
    name: requiredText(100),
    nameEn: optionalText(100),
  })
  .transform((one) => ({ ...one, to: one.to || one.from }))
  .refine(({ from, to }) => from <= to, { path: ["to"], error: "rangeOrder" })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) < MAX_RANGE_DAYS * 86_400_000, {
    path: ["to"],
    error: "rangeTooLong",
  });
export const calendarEntryInput = entry;
export const calendarListInput = z.object({ entries: z.array(entry).min(1).max(400) });
export const calendarDaysInput = z.object({ ids: z.array(id).min(1).max(366) });
export const calendarYearInput = z.object({ year: z.number().int().min(1991).max(2199) });
export const calendarParams = z.object({
  year: param(z.coerce.number().int().min(1990).max(2199)),
});

const rateFields = {
  currency,
  validFrom: day,
  /** Units of base currency for one unit of `currency`. */
  rate: z
    .number({ error: "required" })
    .positive({ error: "ratePositive" })
    .max(9_999_999_999, { error: "tooLarge" })
    .refine((rate) => Number(rate.toFixed(8)) > 0, { error: "ratePositive" }),
};
export const newRateInput = z.object(rateFields);
export const editRateInput = z.object({ id, version, ...rateFields });
export type RateInput = z.infer<typeof newRateInput>;

/** Columns the list of rates can be sorted by. */
export const RATE_COLUMNS = ["currency", "validFrom", "rate"] as const;
export const rateListParams = z.object({
  ...pageParams(RATE_COLUMNS),
  currency: param(z.string().length(3)),
});
export type RateListParams = z.infer<typeof rateListParams>;

export const AUDIT_ACTIONS = ["create", "update", "delete", "import"] as const;
/** Kinds of records in the log that can be asked for. */
export const AUDIT_SUBJECTS = [
  "user",
  "unit",
  "unit_edge",
  "assignment",
  "access_link",
  "api_token",
  "product",
  "product_category",
  "customer",
  "customer_segment",
  "contact",
  "customer_request",
  "customer_merge",
  "buying_profile",
  "deal",
  "deal_line",
  "sale",
  "target",
  "pipeline_stage",
  "loss_reason",
  "competitor",
  "organisation",
  "calendar_day",
  "exchange_rate",
  "import_batch",
] as const;
const entryId = param(z.string().regex(/^[1-9]\d{0,17}$/));

/** Filters of the audit log; `before` and `after` are ids of entries, for the page after or before. */
export const auditParams = z.object({
  who: param(z.union([z.literal("system"), z.guid()])),
  action: param(z.enum(AUDIT_ACTIONS)),
  subject: param(z.string().regex(/^[a-z_]{1,63}$/)),
  /** The half-open range of days `[from, to)`, in the organisation's time zone. */
  from: dateParam,
  to: dateParam,
  record: textParam,
  before: entryId,
  after: entryId,
});
export type AuditParams = z.infer<typeof auditParams>;
