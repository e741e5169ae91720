import type { Rejection } from "@/lib/imports/domain/rejection";
import type { ImportReport, KeptRejection } from "@/lib/imports/domain/report";

const reasons: Record<Rejection["reason"], string> = {
  required: "must not be blank",
  date: "is no date in the mapping's formats",
  number: "is no number in the mapping's format",
  choice: "is none of the allowed values",
  columns: "cells in this row, not as many as in the header",
  reference: "is not known",
  ambiguous: "is the name of more than one record",
  duplicate: "has been used above with different values",
  currency: "has no exchange rate on that day",
  email: "is no address, or belongs to somebody else",
  manager: "has a manager already",
};

/** One sentence for a rejection: `product "GTXPro" is not known`. */
export function rejectionSentence({ column, value, reason }: Rejection): string {
  return [column, value === "" ? "" : JSON.stringify(value), reasons[reason]]
    .filter((part) => part !== "")
    .join(" ");
}

const number = new Intl.NumberFormat("en-US");

function rowsOf(count: number): string {
  return `${number.format(count)} ${count === 1 ? "row" : "rows"}`;
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => row[at]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((text, at) => (at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0)))
      .join("  "),
  );
}

function countLines(report: ImportReport): string[] {
  const columns = [
    "created",
    "updated",
    "unchanged",
    "rejected",
    "repeated",
    "leftOut",
    "removed",
  ] as const;
  const shown = columns.filter(
    (column, at) => at < 4 || report.counts.some((counts) => counts[column] > 0),
  );
  const names = shown.map((column) => (column === "leftOut" ? "left out" : column));
  const rows = report.counts.map((counts) => [
    counts.kind,
    ...shown.map((column) => number.format(counts[column])),
  ]);
  return table([["", ...names], ...rows]);
}

function rejectionLines(rejections: readonly KeptRejection[], most: number): string[] {
  if (rejections.length === 0) return [];
  const lines = rejections
    .slice(0, most)
    .map(
      (rejection) =>
        `  ${rejection.file} row ${rejection.row} (${rejection.kind}): ${rejectionSentence(rejection)}`,
    );
  const more = rejections.length - lines.length;
  if (more > 0)
    lines.push(`  … and ${number.format(more)} more (--rejected FILE writes all of them)`);
  return ["", "Rejected:", ...lines];
}

function proposalLines(report: ImportReport): string[] {
  const lines = report.proposals.map(
    ({ kind, value, target, rows, clear }) =>
      `  ${kind}: ${JSON.stringify(value)} may be ${JSON.stringify(target)} (${rowsOf(rows)})${clear ? "" : ", not clear"}`,
  );
  if (lines.length === 0) return [];
  return ["", "Proposed aliases (--accept-aliases confirms the clear ones):", ...lines];
}

function noteLines(report: ImportReport): string[] {
  const odd = report.valueNotes.map(
    ({ file, column, value, suggestion, rows }) =>
      `  ${file} ${column}: ${JSON.stringify(value)}${suggestion ? ` (${JSON.stringify(suggestion)}?)` : ""}, ${rowsOf(rows)}, kept`,
  );
  const blank = report.blankNotes.map(
    ({ file, column, rows }) => `  ${file} ${column}: blank in ${rowsOf(rows)}`,
  );
  const aliases = report.aliases.map(
    ({ kind, value, target }) =>
      `  ${kind}: ${JSON.stringify(value)} now means ${JSON.stringify(target)}`,
  );
  const files = [
    ...report.unmatched.map((file) => `  ${file} fits no entry of the mapping and was not read`),
    ...report.missing.map((file) => `  no file was given for ${file}`),
  ];
  const lines = [...odd, ...blank, ...aliases, ...files];
  return lines.length === 0 ? [] : ["", "Worth knowing:", ...lines];
}

/** The report of a run in plain text, with the first rejections. */
export function describeReport(
  report: ImportReport,
  rejections: readonly KeptRejection[],
  most = 20,
): string {
  return [
    ...countLines(report),
    ...rejectionLines(rejections, most),
    ...proposalLines(report),
    ...noteLines(report),
  ].join("\n");
}
