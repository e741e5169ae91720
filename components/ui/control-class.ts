/** Look of every text-like control: input, textarea, select trigger, combobox, date. Width apart: `className ?? "w-full"`. */
export const controlClass =
  "min-w-0 rounded-control border border-edge bg-surface px-2.5 text-sm text-ink transition-colors " +
  "hover:border-ink2 focus-visible:-outline-offset-1 disabled:bg-sunken disabled:text-muted data-disabled:bg-sunken data-disabled:text-muted " +
  "aria-invalid:border-bad aria-invalid:outline-bad data-invalid:border-bad phone:text-lg";

/** Height of a one-line control: 32 px, 44 px on phones. */
export const controlHeight = "h-8 phone:h-11";
