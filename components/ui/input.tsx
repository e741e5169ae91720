import type { ComponentProps, ReactNode } from "react";
import { controlClass, controlHeight } from "./control-class";
import { cx } from "./cx";

type InputProps = Omit<ComponentProps<"input">, "prefix"> & {
  /** Shown inside the control before or after the text, e.g. a unit or an icon. */
  prefix?: ReactNode;
  suffix?: ReactNode;
};

/** One-line text input. Give it a label through Field or aria-label. */
export function Input({ className, prefix, suffix, ...rest }: InputProps) {
  const input = (
    <input
      type="text"
      {...rest}
      className={cx(
        controlClass,
        controlHeight,
        prefix ? "pl-8" : null,
        suffix ? "pr-10" : null,
        className ?? "w-full",
      )}
    />
  );
  if (!prefix && !suffix) return input;
  return (
    <span className="relative block w-full">
      {prefix ? <Adornment side="left-0">{prefix}</Adornment> : null}
      {input}
      {suffix ? <Adornment side="right-0">{suffix}</Adornment> : null}
    </span>
  );
}

function Adornment({ side, children }: { side: string; children: ReactNode }) {
  return (
    <span
      className={cx(
        "pointer-events-none absolute inset-y-0 flex items-center px-2.5 text-muted text-sm [&_svg]:size-4",
        side,
      )}
    >
      {children}
    </span>
  );
}

/** Text of several lines; grows with its content where the browser can. */
export function Textarea({ className, rows = 3, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      rows={rows}
      {...rest}
      className={cx(
        controlClass,
        "field-sizing-content max-h-96 min-h-18 py-1.5 leading-5",
        className ?? "w-full",
      )}
    />
  );
}

/** Native date input; value is an ISO date `YYYY-MM-DD`. */
export function DateInput({ className, ...rest }: Omit<ComponentProps<"input">, "type">) {
  return (
    <input
      {...rest}
      type="date"
      className={cx(controlClass, controlHeight, "tabular-nums", className ?? "w-full")}
    />
  );
}
