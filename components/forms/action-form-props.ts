import type { ReactNode } from "react";
import type { TranslateError } from "./error-text";
import type { FormValues } from "./form-context";
import type { FormResult, ServerError } from "./form-errors";

export type ActionFormProps<Values extends FormValues, Input, Data> = {
  /** A next-safe-action server action. */
  action: (input: Input) => Promise<FormResult<Data> | undefined>;
  /** Values at the start; keys are the names of the fields. */
  initial: Values;
  /** Turns the form's values into the action's input; default: the values as they are. */
  toInput?: (values: Values) => Input;
  /** Checks before sending; name → error code or text. The server checks again. */
  validate?: (values: Values) => Record<string, string>;
  onSuccess?: (data: Data | undefined, values: Values) => void;
  /** Toast after success. */
  successMessage?: string;
  /** Empties the form after success (adding one after another). */
  resetOnSuccess?: boolean;
  submitLabel?: string;
  /** Beside the submit button, e.g. Cancel. */
  secondary?: ReactNode;
  /** false: no submit row; put a SubmitRow where it should stand. */
  submit?: boolean;
  /** Own place for a server error (e.g. both versions of an edit conflict); null: the usual banner. */
  renderServerError?: (error: ServerError & { text: string }) => ReactNode;
  translateError?: TranslateError;
  /**
   * Names what is kept of the form until it is saved, across pages; default: the page and what the
   * form starts with. Give it to forms that begin with a date or an id of their own.
   */
  draftName?: string;
  /** false for forms where leaving loses nothing (sign-in, search); nothing is kept of them either. */
  warnUnsaved?: boolean;
  className?: string;
  children: ReactNode;
};
