"use client";
import { useAction } from "next-safe-action/hooks";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { toast } from "../ui/toast";
import type { ActionFormProps } from "./action-form-props";
import type { FormValues } from "./form-context";
import { type FieldErrors, fieldErrorsOf, type ServerError, serverErrorOf } from "./form-errors";
import { rebased } from "./rebase";
import { notChosen } from "./unchosen";
import { useDraft } from "./use-draft";

const NO_ERRORS: FieldErrors = {};

/**
 * State of an ActionForm: values, errors, pending, dirty, submit. `attempt` counts failed sends. A new
 * `initial` takes the place of what was not typed into.
 */
export function useActionForm<Values extends FormValues, Input, Data>(
  options: ActionFormProps<Values, Input, Data>,
) {
  const [values, setValues] = useState<Values>(options.initial);
  const [saved, setSaved] = useState<Values>(options.initial);
  const [fieldErrors, setFieldErrors] = useState<FieldErrors>(NO_ERRORS);
  const [serverError, setServerError] = useState<ServerError | null>(null);
  const [attempt, setAttempt] = useState(0);
  const sent = useRef(options.initial);
  const [record, setRecord] = useState(options.initial);
  // The page was made anew, by another form on it or for a newer version: nothing typed is lost.
  if (JSON.stringify(record) !== JSON.stringify(options.initial)) {
    const fresh = rebased(values, saved, options.initial);
    if (fresh) {
      setRecord(options.initial);
      setSaved(options.initial);
      setValues(fresh);
    }
  }
  const [resend, setResend] = useState(0);

  const fail = useCallback((fields: FieldErrors, server: ServerError | null) => {
    setFieldErrors(fields);
    setServerError(server);
    setAttempt((n) => n + 1);
  }, []);

  const action = useAction(options.action as never, {
    onSuccess: ({ data }) => succeed(data as Data | undefined),
    onError: ({ error }) => {
      if (error.thrownError && !navigator.onLine) return draft.wait();
      const code = (error.serverError as { code?: string } | undefined)?.code;
      // Only the answer was lost: it is saved.
      if (code === "alreadySent") return succeed(undefined);
      const server = serverErrorOf(error.serverError ?? (error.thrownError ? "unexpected" : null));
      fail(fieldErrorsOf(error.validationErrors), server);
    },
    onNavigation: () => setSaved(sent.current),
  });

  const setValue = useCallback((name: string, value: unknown) => {
    setValues((old) => ({ ...old, [name]: value }));
    setFieldErrors((old) => (name in old ? withoutField(old, name) : old));
  }, []);

  const dirty = useMemo(
    () => values !== saved && JSON.stringify(values) !== JSON.stringify(saved),
    [values, saved],
  );

  const draft = useDraft({
    active: options.warnUnsaved !== false,
    name: options.draftName,
    initial: options.initial,
    values,
    dirty,
    restore: (kept, send) => {
      setValues(kept as Values);
      if (send) setResend((n) => n + 1);
    },
  });
  function succeed(data: Data | undefined) {
    draft.forget();
    setFieldErrors(NO_ERRORS);
    setServerError(null);
    setSaved(options.resetOnSuccess ? options.initial : sent.current);
    if (options.resetOnSuccess) setValues(options.initial);
    if (options.successMessage) toast(options.successMessage);
    options.onSuccess?.(data, sent.current);
  }
  function discard() {
    draft.forget();
    setValues(options.initial);
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: when asked to, with the values just restored
  useEffect(() => {
    if (resend > 0) submit();
  }, [resend]);

  function submit() {
    if (action.isPending) return;
    const problems = {
      ...wrongNumbers(values),
      ...notChosen(values),
      ...options.validate?.(values),
    };
    if (Object.keys(problems).length > 0) return fail(problems, null);
    sent.current = values;
    const input: object = options.toInput ? (options.toInput(values) as object) : values;
    const requestKey = draft.requestKey();
    // A key only where there is one: an action that takes no such thing leaves it out.
    (action.execute as (input: unknown) => void)(requestKey ? { ...input, requestKey } : input);
  }
  return {
    values,
    setValue,
    fieldErrors,
    serverError,
    attempt,
    dirty,
    pending: action.isPending,
    submit,
    restored: draft.restored && dirty,
    waiting: draft.waiting,
    discard,
  };
}

function withoutField(errors: FieldErrors, name: string): FieldErrors {
  const rest = { ...errors };
  delete rest[name];
  return rest;
}

/** Fields whose text is no number (NaN) may not be sent as if they were empty. */
function wrongNumbers(values: FormValues): FieldErrors {
  const wrong = Object.entries(values).filter(([, value]) => Number.isNaN(value));
  return Object.fromEntries(wrong.map(([name]) => [name, "numberInvalid"]));
}
