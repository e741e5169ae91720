import { z } from "zod";
import {
  amountParams,
  dayParams,
  idsParam,
  listParams,
  param,
  placeParams,
  textParam,
} from "@/lib/shared/list-params";
import { optionalText, requiredText } from "@/lib/shared/text-input";
import { version } from "@/lib/shared/value-input";
import { FINDING_BASES, FINDING_KINDS, FINDING_STATUSES } from "./domain/kinds";

/**
 * Parameters of `/findings` and `/api/export/findings`: `q` part of the title; `kind`; `basis`: tested (the default, with
 * what people wrote), ruled, all; `status` (open:
 * proposed or confirmed and still found); `from` + `to`: found in `[from, to)`; `min`, `max`: size;
 * `product`, `owner` (whom it is about): ids or `none`; the places.
 */
const filters = {
  q: textParam,
  kind: param(z.enum(FINDING_KINDS)),
  basis: param(z.enum(FINDING_BASES)),
  status: param(z.enum([...FINDING_STATUSES, "open"])),
  ...dayParams,
  ...placeParams,
  ...amountParams,
  product: idsParam,
  owner: idsParam,
};

/** Columns of the list of findings, which are also what it can be sorted by. */
export const FINDING_COLUMNS = [
  "title",
  "kind",
  "status",
  "size",
  "n",
  "q",
  "unit",
  "foundOn",
] as const;
export type FindingColumn = (typeof FINDING_COLUMNS)[number];

export const {
  list: findingListSchema,
  filter: findingFilterSchema,
  parse: parseFindingList,
  href: findingListHref,
} = listParams("/findings", filters, FINDING_COLUMNS);
export type FindingFilter = z.infer<typeof findingFilterSchema>;
export type FindingListParams = z.infer<typeof findingListSchema>;

const id = z.guid();
const edited = z.object({ id, version });

export const decideInput = edited.extend({ status: z.enum(["confirmed", "proposed"]) });
export const dismissInput = edited.extend({ reason: requiredText(1000) });
export const mergeInput = edited.extend({ intoId: z.guid({ error: "required" }) });

const written = z.object({
  title: requiredText(),
  note: optionalText(4000),
  /** Blank: about oneself. */
  unitId: z.union([id, z.literal("").transform(() => null)]),
  productId: id.nullable(),
  size: z.number().min(0, { error: "negative" }).max(1e12, { error: "tooLarge" }).nullable(),
});
export const writeInput = written;
export const editInput = written.extend({ id, version });
export const findingInput = z.object({ id });
export const evidenceInput = z.object({ findingId: z.guid({ error: "required" }), feedbackId: id });
export type WrittenFinding = z.infer<typeof written>;
