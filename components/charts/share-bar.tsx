import { chartColor, paletteColor } from "./chart-color";
import type { ChartColor } from "./chart-types";
import { Legend } from "./legend";

type SharePart = {
  label: string;
  /** Part of the whole, 0…1. */
  share: number;
  /** Formatted share, e.g. "31%". */
  text: string;
  color?: ChartColor;
};

/** Parts of a whole as one bar with its legend in words. No JavaScript. */
export function ShareBar({ label, parts }: { label: string; parts: readonly SharePart[] }) {
  const colored = parts.map((part, index) => ({
    ...part,
    color: part.color ?? paletteColor(index),
  }));
  return (
    <div>
      <div
        role="img"
        aria-label={`${label}: ${parts.map((part) => `${part.label} ${part.text}`).join(", ")}`}
        className="mb-2 flex h-2.5 forced-color-adjust-none gap-px overflow-hidden rounded-[3px] bg-sunken"
      >
        {colored.map((part) => (
          <span
            key={part.label}
            style={{
              width: `${Math.max(0, part.share) * 100}%`,
              background: chartColor(part.color),
            }}
          />
        ))}
      </div>
      <Legend
        items={colored.map(({ label: name, text, color }) => ({
          label: `${name} ${text}`,
          color,
          area: true,
        }))}
      />
    </div>
  );
}
