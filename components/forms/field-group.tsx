import type { ReactNode } from "react";

/** Fields that belong together: heading, and a grid of one or two columns (one on phones). */
export function FieldGroup({
  title,
  hint,
  columns = 1,
  children,
}: {
  title?: ReactNode;
  hint?: ReactNode;
  columns?: 1 | 2;
  children: ReactNode;
}) {
  return (
    <fieldset className="min-w-0">
      {title ? <legend className="mb-2 font-semibold">{title}</legend> : null}
      {hint ? <p className="-mt-1 mb-2 text-muted text-sm">{hint}</p> : null}
      <div className={columns === 2 ? "grid gap-4 sm:grid-cols-2" : "grid gap-4"}>{children}</div>
    </fieldset>
  );
}
