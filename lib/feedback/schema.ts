import { z } from "zod";
import {
  dayParams,
  flagParam,
  idsParam,
  listParams,
  param,
  placeParams,
  textParam,
} from "@/lib/shared/list-params";
import { namesInput, optionalText, requiredText } from "@/lib/shared/text-input";
import { version } from "@/lib/shared/value-input";
import {
  CHANNELS,
  isSurvey,
  KINDS,
  SCALES,
  SEVERITIES,
  STATUSES,
  SURVEYS,
} from "./domain/feedback";

/** One of the words, or several joined by commas. */
const oneOrMore = <const Word extends string>(words: readonly [Word, ...Word[]]) =>
  param(
    z
      .string()
      .transform((text) => text.split(","))
      .pipe(z.array(z.enum(words)).min(1)),
  );

/**
 * Parameters of `/feedback`, `/api/export/feedback` and every link to "the records behind a figure".
 *
 * - `q`: part of the text, the contact's or the customer's name.
 * - `kind`, `status`, `severity`, `channel`: words, several joined by commas.
 * - `open=1`: not yet resolved.
 * - `from` + `to`: given in the half-open range `[from, to)`.
 * - `unit` …: the unit on that day, as everywhere.
 * - `owner`, `customer`, `deal`, `product`, `category`, `competitor`, `theme`: ids or `none`.
 * - `answered=1`: somebody has acknowledged it; `solved=1`: it is resolved; `mentioned=1`: a competitor is.
 */
const filters = {
  q: textParam,
  kind: oneOrMore(KINDS),
  status: oneOrMore(STATUSES),
  severity: oneOrMore(SEVERITIES),
  channel: oneOrMore(CHANNELS),
  open: flagParam,
  answered: flagParam,
  solved: flagParam,
  mentioned: flagParam,
  ...dayParams,
  ...placeParams,
  owner: idsParam,
  customer: idsParam,
  sector: param(z.string().transform((text) => [text])),
  segment: idsParam,
  deal: idsParam,
  product: idsParam,
  category: idsParam,
  competitor: idsParam,
  theme: idsParam,
};

/** Columns of the list of feedback, which are also what it can be sorted by. */
export const FEEDBACK_COLUMNS = [
  "givenOn",
  "kind",
  "score",
  "customer",
  "product",
  "competitor",
  "severity",
  "status",
  "owner",
  "unit",
] as const;
export type FeedbackColumn = (typeof FEEDBACK_COLUMNS)[number];

export const {
  list: feedbackListSchema,
  filter: feedbackFilterSchema,
  parse: parseFeedbackList,
  href: feedbackListHref,
} = listParams("/feedback", filters, FEEDBACK_COLUMNS);

export type FeedbackFilter = z.infer<typeof feedbackFilterSchema>;
export type FeedbackListParams = z.infer<typeof feedbackListSchema>;

const id = z.guid();
const day = z.iso
  .date({ error: "dateInvalid" })
  .refine((text) => text >= "1970-01-01" && text <= "2100-12-31", { error: "dateInvalid" });
const optionalId = id.nullable();

const fields = z.object({
  kind: z.enum(KINDS),
  channel: z.enum(CHANNELS),
  score: z.number().int().nullable(),
  text: optionalText(4000),
  severity: z.enum(SEVERITIES).nullable(),
  givenOn: day,
  contact: optionalText(),
  customerId: optionalId,
  dealId: optionalId,
  productId: optionalId,
  competitorId: optionalId,
  /** Who answers it; null: whoever has the deal or customer, else who writes it. */
  ownerId: optionalId,
});
type Fields = z.infer<typeof fields>;

/** A survey needs a score on its scale; everything else needs words. */
function complete({ kind, score, text }: Fields, context: z.RefinementCtx): void {
  const missing = (path: string, message: string) =>
    context.addIssue({ code: "custom", path: [path], message });
  if (!isSurvey(kind)) {
    if (text === null) missing("text", "required");
    return;
  }
  const { min, max } = SCALES[kind];
  if (score === null) missing("score", "required");
  else if (score < min || score > max) missing("score", "scoreRange");
}

/** Only surveys have a score. */
const settled = <T extends Fields>(input: T): T => ({
  ...input,
  score: isSurvey(input.kind) ? input.score : null,
});

export const newFeedbackInput = fields
  .refine(({ channel }) => channel !== "form", { path: ["channel"], error: "required" })
  .superRefine(complete)
  .transform(settled);
export const editFeedbackInput = fields
  .extend({ id, version })
  .superRefine(complete)
  .transform(settled);
export type FeedbackInput = z.infer<typeof newFeedbackInput>;

export const feedbackInput = z.object({ id });
export const answerInput = z.object({ id, version, answer: optionalText(4000) });
export const resolveInput = z.object({ id, version, resolution: requiredText(4000) });
export const reopenInput = z.object({ id, version });
export const themesInput = z.object({ id, version, themeIds: z.array(id).max(20) });

const words = z
  .array(requiredText(60))
  .max(400, { error: "tooLong" })
  .transform((list) => [...new Set(list)]);

/** A theme with its words in both languages. */
const theme = { ...namesInput, words, wordsEn: words };
export const newThemeInput = z.object(theme);
export const editThemeInput = z.object({ id, version, ...theme });
export const themeActiveInput = z.object({ id, active: z.boolean() });
export type ThemeInput = z.infer<typeof newThemeInput>;

/** A link to the public form. */
export const newLinkInput = z.object({
  kind: z.enum(SURVEYS),
  customerId: optionalId,
  dealId: optionalId,
  once: z.boolean(),
  days: z
    .number({ error: "required" })
    .int()
    .min(1, { error: "daysRange" })
    .max(365, { error: "daysRange" }),
});
export type NewLinkInput = z.infer<typeof newLinkInput>;

export const createLinkInput = newLinkInput.extend({
  /** Where the person is, so that the QR code leads to the same address. */
  origin: z.url({ protocol: /^https?$/ }).max(300),
});

/** What a form without JavaScript sends becomes an object; files are no answers. */
const fromForm = (input: unknown) =>
  input instanceof FormData
    ? Object.fromEntries([...input].filter(([, value]) => typeof value === "string"))
    : input;

/** An answer of the public form. */
export const formAnswerInput = z.preprocess(
  fromForm,
  z.object({
    token: z.string().min(1).max(100),
    formKey: z.guid(),
    lang: z.enum(["zh-CN", "en"]).optional(),
    score: z.preprocess(
      (score) => (score === "" ? undefined : score),
      z.coerce.number({ error: "required" }).int().min(0).max(10),
    ),
    text: optionalText(4000).optional().default(null),
    contact: optionalText().optional().default(null),
    /** People do not see this field; programs fill it in. */
    website: z.string().max(4000).optional(),
    /** Sent with JavaScript: errors are shown without leaving the page. */
    inPage: z.string().max(10).optional(),
  }),
);
export type FormAnswer = z.infer<typeof formAnswerInput>;
