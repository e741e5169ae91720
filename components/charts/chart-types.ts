import type { ReactNode } from "react";

/** How figures are written, in a form that server pages can pass: a locale and Intl options. */
export type NumberStyle = { locale: string; options?: Intl.NumberFormatOptions };

/** Series colours: 1…5 of the palette, or quiet ones for comparisons. */
export type ChartColor =
  | 1
  | 2
  | 3
  | 4
  | 5
  | "muted"
  | "ink"
  | "good"
  | "warn"
  | "bad"
  | "rise"
  | "fall";

export type ChartSeries = {
  /** Key in the points' `values`. */
  key: string;
  label: string;
  color?: ChartColor;
  /** Expected, estimated or forecast lines. */
  dashed?: boolean;
  /** Short text at the line's end. */
  endLabel?: string;
  /** Page that explains a point's figure, in the table; `{at}` stands for what differs by point. */
  href?: string;
};

export type ChartPoint = {
  /** Full name, for the tooltip and the table. */
  label: string;
  /** Text on the axis; when any point has one, only those are written. */
  tick?: string;
  /** Figures by series key; null: no figure. */
  values: Record<string, number | null>;
  /** Texts of the figures where the caller formats them itself (tooltip and table). */
  texts?: Record<string, string>;
  /** By series key, what fills `{at}` in the series' `href`. */
  at?: Record<string, string>;
};

/** The same figures as a table: texts to read and, for the CSV, raw values. */
export type ChartTable = {
  head: readonly string[];
  rows: readonly (readonly string[])[];
  raw?: readonly (readonly (string | number | null)[])[];
  /** By row and column, the page that explains the figure. */
  hrefs?: readonly (readonly (string | null)[])[];
};

export type LegendItem = { label: string; color: ChartColor; dashed?: boolean; area?: boolean };

export type ChartFrameProps = {
  title: string;
  /** What the chart shows, in one sentence: also its text alternative. */
  summary: string;
  /** Beside the title, e.g. a Tag. */
  tag?: ReactNode;
  actions?: ReactNode;
  /** Plot height in px, reserved from the start; default 250. */
  height?: number;
  /** Name of downloads without ending; default from the title. */
  fileName?: string;
  className?: string;
};
