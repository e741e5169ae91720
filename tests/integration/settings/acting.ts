import type { Scope } from "@/lib/platform/scope";

/** Who calls the actions of a test; nobody at first. The test mocks the session with it. */
export const acting: { scope: Scope | null } = { scope: null };

/** Of an action's answer: the code of its failure, its validation errors, or "ok". */
export function outcome(answer: {
  serverError?: unknown;
  validationErrors?: unknown;
}): string | object {
  const { serverError, validationErrors } = answer;
  if (validationErrors) return validationErrors;
  if (typeof serverError === "object" && serverError !== null && "code" in serverError)
    return String(serverError.code);
  return serverError ? "unexpected" : "ok";
}
