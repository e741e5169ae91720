import { z } from "zod";

/**
 * Without control characters and halves of characters, which are no text and which the database partly
 * refuses; lines stay.
 */
const typed = z.string().transform((text) => text.replace(/[^\P{Cc}\t\n\r]|\p{Cs}/gu, "").trim());

/** Text a person must give; messages are keys of `errors`. */
export function requiredText(max = 200) {
  return typed.pipe(z.string().min(1, { error: "required" }).max(max, { error: "tooLong" }));
}

/** Text a person may leave out; empty text is null. */
export function optionalText(max = 200) {
  return typed
    .pipe(z.string().max(max, { error: "tooLong" }))
    .transform((text) => text || null)
    .nullable();
}

/** The names every reference record has; `nameEn` null where there is none. */
export const namesInput = { name: requiredText(), nameEn: optionalText() };
