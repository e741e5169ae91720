import { z } from "zod";
import { optionalText, requiredText } from "@/lib/shared/text-input";
import {
  currencyInput,
  optionalAmount,
  optionalDay,
  quantityInput,
  requiredAmount,
  requiredDay,
  version,
} from "@/lib/shared/value-input";

const id = z.guid();
const seen = { id, version };
const optionalId = z.preprocess((value) => (value === "" ? null : value), z.guid().nullable());

/** The mark of a customer that is known by name only, in a field that chooses customers. */
export const NEW_CUSTOMER = "new:";

/** A customer by id, or `new:` and the name of one to add. */
const customer = z.preprocess(
  (value) => (value === "" ? null : value),
  z
    .union([
      z.guid().transform((known) => ({ id: known })),
      z
        .string()
        .startsWith(NEW_CUSTOMER)
        .transform((text) => text.slice(NEW_CUSTOMER.length))
        .pipe(requiredText())
        .transform((name) => ({ name })),
    ])
    .nullable(),
);

const nextStep = { nextStep: optionalText(500), nextStepOn: optionalDay };

/** `id` is made when the form opens, so that a second sending adds no second deal. */
export const newDealInput = z.object({
  id,
  title: requiredText(),
  customer,
  amount: optionalAmount,
  currency: currencyInput,
  expectedCloseOn: optionalDay,
  stageId: z.guid({ error: "required" }),
  /** null: the person who enters it. */
  ownerId: optionalId,
  ...nextStep,
});
export type NewDealInput = z.infer<typeof newDealInput>;

export const editDealInput = z
  .object({
    ...seen,
    title: requiredText(),
    customer,
    amount: optionalAmount,
    currency: currencyInput,
    expectedCloseOn: optionalDay,
    probability: z
      .number({ error: "numberInvalid" })
      .min(0, { error: "probabilityRange" })
      .max(1, { error: "probabilityRange" })
      .nullable(),
    probabilityReason: optionalText(500),
    competitorId: optionalId,
  })
  .refine((deal) => deal.probability === null || deal.probabilityReason !== null, {
    path: ["probabilityReason"],
    error: "required",
  });
export type EditDealInput = z.infer<typeof editDealInput>;

export const nextStepInput = z.object({ ...seen, ...nextStep });
export const dealInput = z.object({ id });

export const dealLinesInput = z.object({
  ...seen,
  lines: z
    .array(
      z.object({
        productId: z.guid({ error: "required" }),
        quantity: quantityInput,
        amount: optionalAmount,
      }),
    )
    .max(100, { error: "tooLong" }),
  /** The lines' sum becomes the deal's amount. */
  takeSum: z.boolean(),
});

export const moveInput = z.object({ ...seen, stageId: id });
export const winInput = z.object({
  ...seen,
  closedOn: requiredDay,
  amount: requiredAmount,
  orderNo: optionalText(60),
  book: z.boolean(),
  stageId: id.optional(),
});
export const loseInput = z.object({
  ...seen,
  closedOn: requiredDay,
  lossReasonId: z.guid({ error: "required" }),
  competitorId: optionalId,
  stageId: id.optional(),
});

/** No parts: the credit is the owner's alone. */
export const splitInput = z.object({
  ...seen,
  parts: z
    .array(
      z.object({
        userId: z.guid({ error: "required" }),
        share: z.number({ error: "required" }).min(0, { error: "splitZero" }).max(1),
      }),
    )
    .max(10, { error: "tooLong" }),
});

/** `toId` null: whoever of the deal's unit accepts first. */
export const handOverInput = z.object({
  id,
  toId: optionalId,
  dueOn: requiredDay,
  note: optionalText(500),
});
export const answerInput = z.object({ id, accept: z.boolean(), words: optionalText(500) });
export const handOverIdInput = z.object({ id });

/** At most this many deals are changed at once. */
export const BULK_LIMIT = 500;

const bulkChange = z.discriminatedUnion("what", [
  z.object({ what: z.literal("owner"), ownerId: z.guid({ error: "required" }) }),
  z.object({ what: z.literal("stage"), stageId: z.guid({ error: "required" }) }),
  z.object({ what: z.literal("close"), expectedCloseOn: requiredDay }),
]);
export type BulkChange = z.infer<typeof bulkChange>;

/** The deals by id, or all that the list shows with these parameters; `apply` false only says what would happen. */
export const bulkInput = z.object({
  of: z.union([
    z.object({ ids: z.array(id).min(1).max(BULK_LIMIT) }),
    z.object({ params: z.record(z.string(), z.string().max(10_000)) }),
  ]),
  change: bulkChange,
  apply: z.boolean(),
});
export type BulkInput = z.infer<typeof bulkInput>;

/** What a bulk change was before, to undo it where nobody changed the deal since. */
export const bulkUndoInput = z.object({
  items: z
    .array(
      z.object({
        ...seen,
        ownerId: id,
        unitId: id,
        stageId: id,
        expectedCloseOn: optionalDay,
      }),
    )
    .max(BULK_LIMIT),
});
export type BulkUndoItem = z.infer<typeof bulkUndoInput>["items"][number];
