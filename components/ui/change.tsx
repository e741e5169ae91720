import type { ReactNode } from "react";
import { cx } from "./cx";

type ChangeProps = {
  /** Sign of the change; 0 or null is flat and has no colour. */
  direction: number | null;
  /** Formatted change, with its sign, e.g. "+8.4%". */
  text: ReactNode;
  className?: string;
};

/** A change with arrow and direction colour (--rise / --fall, which the organisation may swap). */
export function Change({ direction, text, className }: ChangeProps) {
  const flat = !direction;
  const tone = flat ? "text-muted" : direction > 0 ? "text-rise" : "text-fall";
  return (
    <span className={cx("inline-flex items-center gap-0.5 tabular-nums", tone, className)}>
      {flat ? null : (
        <svg
          viewBox="0 0 10 10"
          className="size-2.5 shrink-0"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          aria-hidden="true"
        >
          <path
            d={direction > 0 ? "M5 9V1.5M1.8 4.7 5 1.5l3.2 3.2" : "M5 1v7.5M1.8 5.3 5 8.5l3.2-3.2"}
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </svg>
      )}
      {text}
    </span>
  );
}
