import type { ReactNode } from "react";
import { cx } from "./cx";

/** Facts as label and value, one a line, ruled as in a ledger. `flush`: to the card's edges. */
export function KeyValueList({
  items,
  flush = false,
}: {
  items: { label: ReactNode; value: ReactNode }[];
  flush?: boolean;
}) {
  return (
    <dl className="text-sm">
      {items.map((item, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: facts have a fixed order and no identity
          key={index}
          className={cx(
            "flex justify-between gap-6 border-grid border-b py-1.75 last:border-0",
            flush ? "px-4" : null,
          )}
        >
          <dt className="break-keep text-muted">{item.label}</dt>
          <dd className="min-w-0 break-words text-right tabular-nums">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
