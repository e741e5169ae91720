"use client";
import { createContext, use } from "react";

export type FormValues = Record<string, unknown>;

export type FormState = {
  values: FormValues;
  setValue: (name: string, value: unknown) => void;
  /** Translated error of each field by name. */
  errors: Record<string, string>;
  pending: boolean;
  dirty: boolean;
};

export const FormContext = createContext<FormState | null>(null);

/** State of the form around; throws outside an ActionForm. */
export function useFormState(): FormState {
  const state = use(FormContext);
  if (!state) throw new Error("A form field stands outside ActionForm");
  return state;
}

/** Value, setter and error of one field. Also the way to show a field only when another has a value. */
export function useFormField(name: string) {
  const { values, setValue, errors } = useFormState();
  return {
    value: values[name],
    setValue: (value: unknown) => setValue(name, value),
    error: errors[name],
  };
}

/** The value of a field that chooses one: null while nothing is chosen. */
export function asChoice(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}
