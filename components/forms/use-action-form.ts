"use client";
import { useAction } from "next-safe-action/hooks";
import { useCallback, useMemo, useRef, useState } from "react";
import { toast } from "../ui/toast";
import type { ActionFormProps } from "./action-form-props";
import type { FormValues } from "./form-context";
import { type FieldErrors, fieldErrorsOf, type ServerError, serverErrorOf } from "./form-errors";

const NO_ERRORS: FieldErrors = {};

/** State of an ActionForm: values, errors, pending, dirty, submit. `attempt` counts failed sends. */
export function useActionForm<Values extends FormValues, Input, Data>(
  options: ActionFormProps<Values, Input, Data>,
) {
  const [values, setValues] = useState<Values>(options.initial);
  const [saved, setSaved] = useState<Values>(options.initial);
  const [fieldErrors, setFieldErrors] = useState<FieldErrors>(NO_ERRORS);
  const [serverError, setServerError] = useState<ServerError | null>(null);
  const [attempt, setAttempt] = useState(0);
  const sent = useRef(options.initial);

  const fail = useCallback((fields: FieldErrors, server: ServerError | null) => {
    setFieldErrors(fields);
    setServerError(server);
    setAttempt((n) => n + 1);
  }, []);

  const action = useAction(options.action as never, {
    onSuccess: ({ data }) => {
      setFieldErrors(NO_ERRORS);
      setServerError(null);
      setSaved(options.resetOnSuccess ? options.initial : sent.current);
      if (options.resetOnSuccess) setValues(options.initial);
      if (options.successMessage) toast(options.successMessage);
      options.onSuccess?.(data as Data | undefined, sent.current);
    },
    onError: ({ error }) => {
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

  function submit() {
    if (action.isPending) return;
    const problems = { ...wrongNumbers(values), ...options.validate?.(values) };
    if (Object.keys(problems).length > 0) return fail(problems, null);
    sent.current = values;
    const input = options.toInput ? options.toInput(values) : values;
    (action.execute as (input: unknown) => void)(input);
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
