import { metricOf } from "@/lib/metrics/domain/catalogue";
import type { GapDimension } from "./gap-choices";
import type { CrossMember, GapCross, GapView } from "./gap-view";
import { contributionLines, differenceUnit } from "./gap-working";
import {
  partOf,
  sumOf,
  type Working,
  type WorkingLabel,
  type WorkingLine,
  type WorkingPart,
} from "./working";

/** In the name of a working: all rows, all columns. */
const ALL = "all";

/** The name of the working of a cell, or of the sum of a row, a column, the whole table. */
export const crossAt = (row: number | null, column: number | null) =>
  `cross.${row ?? ALL}.${column ?? ALL}`;

function nameOf(by: GapDimension, { name, key, others }: CrossMember): WorkingLabel {
  if (others) return { words: "gap.allOthers" };
  return name || key !== null ? { named: name } : { words: `gap.without.${by}` };
}

/** Of a pair with two names those, of any other what stands down. */
function pairOf({ by }: GapCross, row: CrossMember, column: CrossMember): WorkingLabel {
  if (!row.name || !column.name) return nameOf(by, row);
  const join = (one: string, other: string) => `${one} × ${other}`;
  const en = (name: { name: string; nameEn: string | null }) => name.nameEn ?? name.name;
  return {
    named: {
      name: join(row.name.name, column.name.name),
      nameEn: join(en(row.name), en(column.name)),
    },
  };
}

type Line = { label: WorkingLabel; unit: WorkingPart["unit"] };

/** What a row adds: its cells, one by one. */
function rowLine(cross: GapCross, r: number, line: Line): WorkingLine {
  const parts = cross.columns.flatMap((column, c): WorkingPart[] => {
    const cell = cross.cells[r]?.[c];
    const label = nameOf(cross.across, column);
    return cell
      ? [{ label, value: cell.contribution, unit: line.unit, opens: { at: crossAt(r, c) } }]
      : [];
  });
  return sumOf(line, parts);
}

function columnLine(cross: GapCross, c: number, line: Line): WorkingLine {
  const parts = cross.rows.flatMap((row, r): WorkingPart[] => {
    const cell = cross.cells[r]?.[c];
    const label = nameOf(cross.by, row);
    return cell
      ? [{ label, value: cell.contribution, unit: line.unit, opens: { at: crossAt(r, c) } }]
      : [];
  });
  return sumOf(line, parts);
}

/** The whole table: its rows, and of each its cells. */
function wholeWorking({ metric }: GapView, cross: GapCross, line: Line): Working {
  const lines = cross.rows.map((row, r) =>
    rowLine(cross, r, { ...line, label: nameOf(cross.by, row) }),
  );
  const rows = lines.map((one, r) => partOf(one, { at: crossAt(r, null) }));
  return { of: { metric }, about: "working.about.cross", lines: [sumOf(line, rows), ...lines] };
}

/** The working of a figure of the table of two breakdowns; null where there is none of that name. */
export function crossWorking(view: GapView, at: string): Working | null {
  const { cross, metric } = view;
  const [, first = "", second = ""] = at.split(".");
  if (!cross) return null;
  const line = { label: { words: "gap.contribution" }, unit: differenceUnit(metric) };
  const [row, column] = [cross.rows[Number(first)], cross.columns[Number(second)]];
  if (first === ALL && second === ALL) return wholeWorking(view, cross, line);
  const about = "working.about.cross";
  if (second === ALL)
    return row
      ? { of: nameOf(cross.by, row), about, lines: [rowLine(cross, Number(first), line)] }
      : null;
  if (first === ALL)
    return column
      ? {
          of: nameOf(cross.across, column),
          about,
          lines: [columnLine(cross, Number(second), line)],
        }
      : null;
  const cell = cross.cells[Number(first)]?.[Number(second)];
  if (!row || !column || !cell) return null;
  return {
    of: pairOf(cross, row, column),
    about: metricOf(metric).form === "sum" ? "working.about.member" : "working.about.weighed",
    lines: contributionLines(view, cross.split, cell),
  };
}
