import { z } from "zod";

/** Text a person must give; messages are keys of `errors`. */
export function requiredText(max = 200) {
  return z.string().trim().min(1, { error: "required" }).max(max, { error: "tooLong" });
}

/** Text a person may leave out; empty text is null. */
export function optionalText(max = 200) {
  return z
    .string()
    .trim()
    .max(max, { error: "tooLong" })
    .transform((text) => text || null)
    .nullable();
}

/** The names every reference record has; `nameEn` null where there is none. */
export const namesInput = { name: requiredText(), nameEn: optionalText() };
