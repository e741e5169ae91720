import type { ReactNode } from "react";
import { chartColor } from "./chart-color";
import type { ChartColor } from "./chart-types";

export type FunnelStage = {
  id: string;
  label: ReactNode;
  /** Length of the bar against the longest. */
  value: number;
  /** Formatted figure (may be a Figure). */
  text: ReactNode;
  /** Quiet text after the figure, e.g. "42 deals · weighted 3.1M". */
  detail?: ReactNode;
  /** Share that goes on to the next stage, e.g. "61% go on". */
  next?: ReactNode;
};

/** Stages from top to bottom as bars with figures in words; readable as a list. No JavaScript. */
export function FunnelBars({
  label,
  stages,
  color = 1,
}: {
  label: string;
  stages: readonly FunnelStage[];
  color?: ChartColor;
}) {
  const longest = Math.max(...stages.map(({ value }) => value), 0) || 1;
  return (
    <ol aria-label={label} className="grid gap-2.5 text-sm">
      {stages.map((stage) => (
        <li key={stage.id}>
          <div className="flex flex-wrap items-baseline gap-x-2">
            <span className="min-w-0 flex-1 truncate">{stage.label}</span>
            {stage.detail ? (
              <span className="text-muted text-xs tabular-nums">{stage.detail}</span>
            ) : null}
            <span className="font-medium tabular-nums">{stage.text}</span>
          </div>
          <div
            className="mt-1 h-2 forced-color-adjust-none rounded-[3px] bg-sunken"
            aria-hidden="true"
          >
            <div
              className="h-full min-w-0.5 rounded-[3px]"
              style={{
                width: `${(Math.max(0, stage.value) / longest) * 100}%`,
                background: chartColor(color),
              }}
            />
          </div>
          {stage.next ? <p className="mt-0.5 text-2xs text-muted">{stage.next}</p> : null}
        </li>
      ))}
    </ol>
  );
}
