import { cx } from "../ui/cx";
import { chartColor } from "./chart-color";
import type { ChartColor } from "./chart-types";

type BulletProps = {
  /** Attainment: 1 is the whole target; null: no figure, an empty track. */
  share: number | null;
  /** Where it should stand now, or 1 for the target itself; the black mark. null: none. */
  mark?: number | null;
  /** Full length of the track; default: grows past 1 with share and mark. Give the same to all rows of a table. */
  max?: number;
  /** What it shows, in words (it is an image to assistive technology). */
  label: string;
  size?: "wide" | "mini";
  color?: ChartColor;
};

/** Full length of a common track for several bullets: at least 1, past the largest with some room. */
export function bulletMax(shares: readonly (number | null | undefined)[]): number {
  const largest = Math.max(0, ...shares.map((share) => share ?? 0));
  return largest > 1 ? largest * 1.05 : 1;
}

/** Attainment bar with a pace mark; never capped: past 100% the scale grows and a tick shows the target. */
export function Bullet({ share, mark = null, max, label, size = "wide", color = 1 }: BulletProps) {
  const full = max ?? bulletMax([share, mark]);
  const percent = (value: number) => `${Math.min(100, Math.max(0, (value / full) * 100))}%`;
  return (
    <span
      role="img"
      aria-label={label}
      className={cx(
        "relative h-1.5 forced-color-adjust-none rounded-[3px] bg-sunken shadow-[inset_0_0_0_1px_var(--grid)]",
        size === "wide" ? "block w-full" : "inline-block w-full min-w-10 max-w-30 align-middle",
      )}
    >
      {share === null ? null : (
        <span
          className="absolute inset-y-0 left-0 rounded-[3px]"
          style={{ width: percent(share), background: chartColor(color) }}
        />
      )}
      {full > 1 && mark !== 1 ? (
        <span
          className="-ml-px absolute -top-0.5 h-2.5 w-0.5 bg-muted ring-1 ring-surface"
          style={{ left: percent(1) }}
        />
      ) : null}
      {mark === null ? null : (
        <span
          className="-ml-px absolute -top-0.75 h-3 w-0.5 bg-ink"
          style={{ left: percent(mark) }}
        />
      )}
    </span>
  );
}
