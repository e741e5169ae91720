import { chartColor } from "./chart-color";
import type { LegendItem } from "./chart-types";

/** Names of the series with the mark each is drawn with. */
export function Legend({ items }: { items: readonly LegendItem[] }) {
  return (
    <ul className="mb-1 flex flex-wrap gap-x-4 gap-y-1 px-1 text-muted text-xs">
      {items.map((item) => (
        <li key={item.label} className="flex items-center gap-1.5">
          <svg width="16" height="10" aria-hidden="true">
            {item.area ? (
              <rect
                width="16"
                height="10"
                rx="2"
                fill={chartColor(item.color)}
                fillOpacity={item.dashed ? 0.18 : 1}
              />
            ) : (
              <line
                x1="0"
                x2="16"
                y1="5"
                y2="5"
                stroke={chartColor(item.color)}
                strokeWidth="2"
                strokeDasharray={item.dashed ? "3 3" : undefined}
              />
            )}
          </svg>
          {item.label}
        </li>
      ))}
    </ul>
  );
}
