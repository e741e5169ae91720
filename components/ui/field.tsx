import { type ReactNode, useId } from "react";

/** What a control needs to be tied to its label, hint and error. */
export type ControlProps = {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
  "aria-required": true | undefined;
};

type FieldProps = {
  label: ReactNode;
  /** Quiet help under the control. */
  hint?: ReactNode;
  /** Error in words; marks the control as invalid. */
  error?: ReactNode;
  required?: boolean;
  /** true: the label is for assistive technology only. */
  hideLabel?: boolean;
  className?: string;
  /** Receives the attributes to spread on the control. */
  children: (control: ControlProps) => ReactNode;
};

/** Label, hint and error around one control, wired by id and aria. */
export function Field({
  label,
  hint,
  error,
  required,
  hideLabel,
  className,
  children,
}: FieldProps) {
  const id = useId();
  const described = [error ? `${id}-error` : null, hint ? `${id}-hint` : null].filter(Boolean);
  return (
    <div className={className}>
      <label htmlFor={id} className={hideLabel ? "sr-only" : "mb-1 block text-ink2 text-sm"}>
        {label}
        {required ? (
          <span className="text-bad" aria-hidden="true">
            {" *"}
          </span>
        ) : null}
      </label>
      {children({
        id,
        "aria-describedby": described.length > 0 ? described.join(" ") : undefined,
        "aria-invalid": error ? true : undefined,
        "aria-required": required ? true : undefined,
      })}
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}

/** Error and hint lines with the ids that `aria-describedby` points to. */
export function FieldNotes({
  id,
  hint,
  error,
}: {
  id: string;
  hint?: ReactNode;
  error?: ReactNode;
}) {
  return (
    <>
      {error ? (
        <p id={`${id}-error`} className="mt-1 flex gap-1 text-bad text-xs">
          <svg
            viewBox="0 0 10 10"
            className="mt-1 size-2.5 shrink-0"
            fill="currentColor"
            aria-hidden="true"
          >
            <path d="M5 9.2.3.8h9.4z" />
          </svg>
          <span>{error}</span>
        </p>
      ) : null}
      {hint ? (
        <p id={`${id}-hint`} className="mt-1 text-muted text-xs">
          {hint}
        </p>
      ) : null}
    </>
  );
}
