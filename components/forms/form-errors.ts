/** What a server action of next-safe-action answers, seen from a form. */
export type FormResult<Data> = {
  data?: Data;
  /** Error code, or code with values for its text. */
  serverError?: unknown;
  /** Formatted (`{ name: { _errors } }`) or flattened (`{ formErrors, fieldErrors }`). */
  validationErrors?: unknown;
};

export type FieldErrors = Record<string, string>;
export type ServerError = {
  code: string;
  /** Values for the text of the code. */
  values?: Record<string, string | number>;
  /** The error as the server sent it (e.g. with the current version of a record). */
  raw?: unknown;
};

/** Name of errors that belong to the form and not to one field. */
export const FORM_LEVEL = "";

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function firstText(value: unknown): string | null {
  return Array.isArray(value) && typeof value[0] === "string" ? value[0] : null;
}

function collect(node: Record<string, unknown>, path: string, into: FieldErrors) {
  for (const [key, value] of Object.entries(node)) {
    const text = firstText(value);
    if (key === "_errors") {
      if (text !== null) into[path] = text;
    } else if (isObject(value)) collect(value, path ? `${path}.${key}` : key, into);
  }
}

/**
 * First error of each field by its dotted name (`lines.0.amount`); form-level ones under "".
 * Reads both shapes of next-safe-action, formatted and flattened.
 */
export function fieldErrorsOf(validationErrors: unknown): FieldErrors {
  const errors: FieldErrors = {};
  if (!isObject(validationErrors)) return errors;
  if (isObject(validationErrors.fieldErrors)) {
    for (const [name, value] of Object.entries(validationErrors.fieldErrors)) {
      const text = firstText(value);
      if (text !== null) errors[name] = text;
    }
    const whole = firstText(validationErrors.formErrors);
    if (whole !== null) errors[FORM_LEVEL] = whole;
    return errors;
  }
  collect(validationErrors, "", errors);
  return errors;
}

/** Code and values of a server error given as a code or as `{ code, details }`; null when none. */
export function serverErrorOf(serverError: unknown): ServerError | null {
  if (typeof serverError === "string") return { code: serverError };
  if (!isObject(serverError)) return serverError ? { code: "unexpected" } : null;
  if (typeof serverError.code !== "string") return { code: "unexpected", raw: serverError };
  const values: Record<string, string | number> = {};
  const details = serverError.details ?? serverError.values;
  for (const [key, value] of Object.entries(isObject(details) ? details : {})) {
    if (typeof value === "string" || typeof value === "number") values[key] = value;
  }
  return { code: serverError.code, values, raw: serverError };
}
