import type { ReactNode } from "react";

/** A column by what is shown; cells come rendered, so server pages can pass them. */
export type TableColumn = {
  id: string;
  label: string;
  /** "right" for numbers: tabular figures. */
  align?: "left" | "right";
  /** Its header sorts by `?sort=id`, then `?sort=-id`. */
  sortable?: boolean;
  /** First click sorts from the largest (figures, dates). */
  descFirst?: boolean;
  /** false: cannot be hidden. */
  hideable?: boolean;
  /** CSS width, e.g. "8rem". */
  width?: string;
  /** Keeps the text on one line. */
  nowrap?: boolean;
  /** The header is for assistive technology only (bars, actions). */
  hideLabel?: boolean;
  /** Left out under 900 px, e.g. bars that repeat a figure. */
  wideOnly?: boolean;
};

export type TableRow = {
  id: string;
  /** Name of the row for "Select …". */
  label?: string;
  /** The page of the record: the first cell links there, and a click on the row goes there. */
  href?: string;
  cells: Record<string, ReactNode>;
};
