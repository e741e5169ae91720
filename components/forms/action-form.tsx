"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, type KeyboardEvent, useEffect, useMemo, useRef } from "react";
import { Banner } from "../ui/banner";
import { cx } from "../ui/cx";
import type { ActionFormProps } from "./action-form-props";
import { DraftNote } from "./draft-note";
import { useErrorText } from "./error-text";
import { FormContext, type FormValues } from "./form-context";
import { FORM_LEVEL } from "./form-errors";
import { SubmitRow } from "./submit-row";
import { useActionForm } from "./use-action-form";
import { useTypedBefore } from "./use-hydrated";
import { useUnsavedWarning } from "./use-unsaved-warning";

/**
 * The one form pattern: fields by name, errors beside the fields, everything typed kept on error,
 * first bad field focused, Ctrl/Cmd+Enter sends, asks before leaving with unsaved changes.
 */
export function ActionForm<Values extends FormValues, Input = Values, Data = unknown>(
  props: ActionFormProps<Values, Input, Data>,
) {
  const { renderServerError, warnUnsaved = true, className, children } = props;
  const t = useTranslations("common");
  const text = useErrorText(props.translateError);
  const form = useActionForm(props);
  const ref = useRef<HTMLFormElement>(null);
  useUnsavedWarning(warnUnsaved && form.dirty && !form.pending, t("unsavedLeave"));
  useEffect(() => {
    if (form.attempt === 0) return;
    const bad = ref.current?.querySelector<HTMLElement>("[aria-invalid=true], [data-form-error]");
    bad?.focus();
  }, [form.attempt]);

  const errors = useMemo(
    () =>
      Object.fromEntries(
        Object.entries(form.fieldErrors).map(([name, code]) => [name, text(code)]),
      ),
    [form.fieldErrors, text],
  );
  const { values, setValue, pending, dirty } = form;
  useTypedBefore(ref, values, setValue);
  const state = useMemo(
    () => ({ values, setValue, errors, pending, dirty }),
    [values, setValue, errors, pending, dirty],
  );

  const serverText = form.serverError ? text(form.serverError.code, form.serverError.values) : null;
  const whole = serverText ?? errors[FORM_LEVEL] ?? null;
  const own =
    form.serverError && serverText
      ? renderServerError?.({ ...form.serverError, text: serverText })
      : null;

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    form.submit();
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.submit();
    }
  }
  return (
    <FormContext value={state}>
      <form
        ref={ref}
        noValidate
        // Sent before the scripts run, a form must not put what was typed into the address.
        method="post"
        onSubmit={onSubmit}
        onKeyDown={onKeyDown}
        className={cx("grid gap-4", className)}
      >
        <DraftNote waiting={form.waiting} restored={form.restored} onDiscard={form.discard} />
        {own ?? (whole ? <FormError text={whole} /> : null)}
        {children}
        {props.submit === false ? null : (
          <SubmitRow label={props.submitLabel} secondary={props.secondary} />
        )}
      </form>
    </FormContext>
  );
}

function FormError({ text }: { text: string }) {
  return (
    <div tabIndex={-1} data-form-error>
      <Banner tone="bad" live>
        {text}
      </Banner>
    </div>
  );
}
