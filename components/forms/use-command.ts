"use client";
import { toast } from "../ui/toast";
import { useErrorText } from "./error-text";
import { type FormResult, serverErrorOf } from "./form-errors";

/**
 * Runs a server action outside a form and says how it went: a toast with `done`, or with the error.
 * Answers with the data, or false on failure, as ConfirmDialog expects.
 */
export function useCommand() {
  const text = useErrorText();
  return async function run<Data>(
    call: Promise<FormResult<Data> | undefined>,
    done?: string,
  ): Promise<Data | true | false> {
    const result = await call.catch(() => ({ serverError: "unexpected" }) as FormResult<Data>);
    const invalid = result?.validationErrors ? "unexpected" : null;
    const error = serverErrorOf(result?.serverError ?? invalid);
    if (error) {
      toast(text(error.code, error.values), { status: "bad" });
      return false;
    }
    if (done) toast(done);
    return result?.data ?? true;
  };
}
