import { z } from "zod";
import { dayParams, idsParam, listParams, param, textParam } from "@/lib/shared/list-params";
import { optionalText, requiredText } from "@/lib/shared/text-input";
import { version } from "@/lib/shared/value-input";
import { CREDIBILITIES, IMPACTS, NOTE_KINDS } from "./domain/note";

/**
 * Parameters of `/market` and `/api/export/market`: `q` part of title or text; `kind`, `side`
 * (threat or opportunity), `credibility`; `from` + `to`: happened in `[from, to)`; `competitor`,
 * `product`, `region`, `owner` (the author): ids or `none`.
 */
const filters = {
  q: textParam,
  kind: param(z.enum(NOTE_KINDS)),
  side: param(z.enum(["threat", "opportunity"])),
  credibility: param(z.enum(CREDIBILITIES)),
  ...dayParams,
  competitor: idsParam,
  product: idsParam,
  region: idsParam,
  owner: idsParam,
};

/** Columns of the list of market notes, which are also what it can be sorted by. */
export const NOTE_COLUMNS = [
  "happenedOn",
  "title",
  "kind",
  "impact",
  "competitor",
  "product",
  "region",
  "price",
  "credibility",
  "author",
] as const;
export type NoteColumn = (typeof NOTE_COLUMNS)[number];

export const {
  list: noteListSchema,
  filter: noteFilterSchema,
  parse: parseNoteList,
  href: noteListHref,
} = listParams("/market", filters, NOTE_COLUMNS);
export type NoteFilter = z.infer<typeof noteFilterSchema>;
export type NoteListParams = z.infer<typeof noteListSchema>;

const id = z.guid();
const optionalId = id.nullable();

/** An address on the web, or none; nothing else can be followed. */
const sourceUrl = optionalText(2000).refine(
  (text) =>
    text === null ||
    z.url({ protocol: /^https?$/, hostname: z.regexes.domain }).safeParse(text).success,
  { error: "urlInvalid" },
);

const note = z.object({
  kind: z.enum(NOTE_KINDS),
  title: requiredText(),
  text: optionalText(4000),
  happenedOn: z.iso
    .date({ error: "dateInvalid" })
    .refine((day) => day >= "1970-01-01" && day <= "2100-12-31", { error: "dateInvalid" }),
  competitorId: optionalId,
  productId: optionalId,
  unitId: optionalId,
  impact: z.enum(IMPACTS),
  credibility: z.enum(CREDIBILITIES),
  sourceUrl,
  price: z.number().min(0, { error: "negative" }).max(1e12, { error: "tooLarge" }).nullable(),
});

export const newNoteInput = note;
export const editNoteInput = note.extend({ id, version });
export const noteInput = z.object({ id });
export type NoteInput = z.infer<typeof newNoteInput>;
