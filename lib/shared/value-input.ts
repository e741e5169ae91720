import { z } from "zod";
import { isBusinessDate, toBusinessDate } from "./business-date";
import { isCurrency } from "./currency";

/** The greatest amount a person may enter: a billion thousand, far within `numeric(18,4)`. */
export const MAX_AMOUNT = 1_000_000_000_000;

const number = z.number({ error: "numberInvalid" });

/** An amount of money of 0 or more, or nothing. Messages are keys of `errors`. */
export const optionalAmount = number
  .min(0, { error: "negative" })
  .max(MAX_AMOUNT, { error: "tooLarge" })
  .nullable();

/** An amount of money of 0 or more that must be given. */
export const requiredAmount = z
  .number({ error: "required" })
  .min(0, { error: "negative" })
  .max(MAX_AMOUNT, { error: "tooLarge" });

/** How many or how much was sold: above 0, at most three decimals. */
export const quantityInput = z
  .number({ error: "required" })
  .positive({ error: "quantityPositive" })
  .max(100_000_000, { error: "tooLarge" })
  .transform((quantity) => Math.round(quantity * 1000) / 1000)
  .refine((quantity) => quantity > 0, { error: "quantityPositive" });

const day = z
  .string()
  .refine(isBusinessDate, { error: "dateInvalid" })
  .refine((text) => text >= "1970-01-01" && text < "2100-01-01", { error: "dateInvalid" })
  .transform(toBusinessDate);

/** A day from 1970 to 2099 that must be given. */
export const requiredDay = z.preprocess(
  (text) => (text === null ? "" : text),
  z.string().min(1, { error: "required" }).pipe(day),
);

/** A day from 1970 to 2099; empty text is none. */
export const optionalDay = z.preprocess((text) => (text === "" ? null : text), day.nullable());

/** The version of a record that its editor saw; above what the column holds there is none. */
export const version = number
  .int({ error: "numberInvalid" })
  .min(0, { error: "negative" })
  .max(2_147_483_647, { error: "tooLarge" });

/** ISO 4217. */
export const currencyInput = z.string().refine(isCurrency, { error: "currencyUnknown" });
