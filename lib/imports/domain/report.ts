import type { ImportKind, ReferenceKind } from "./import-kinds";
import type { ValueNote } from "./known-values";
import type { RejectedRow } from "./rejection";

/** What a run did, or would do, with one kind of record. */
export type KindCounts = {
  kind: ImportKind;
  created: number;
  updated: number;
  unchanged: number;
  /** Rows that cannot be imported. */
  rejected: number;
  /** Rows that say again what another row of the file says. */
  repeated: number;
  /** Rows the mapping's conditions leave out. */
  leftOut: number;
  /** Records taken back: the sale line of a deal that is no longer won. */
  removed: number;
};

/** Cells that are blank although the mapping reads them. */
export type BlankNote = { kind: ImportKind; file: string; column: string; rows: number };

/** A value no record is known by, and the record it may mean. Applied only when a person says so. */
export type AliasProposal = {
  kind: ReferenceKind;
  value: string;
  target: string;
  /** 0 to 1. */
  similarity: number;
  /** Rows that wait for this alias. */
  rows: number;
  /** True when the target is clearly the most alike, so that accepting all proposals includes it. */
  clear: boolean;
};

export type Alias = { kind: ReferenceKind; value: string; target: string };

/** A rejected row with its cells as they stand in the file. */
export type KeptRejection = RejectedRow & { cells: readonly string[] };

export type ReadFile = { name: string; header: readonly string[]; delimiter: string };

export type ImportReport = {
  batchId: string | null;
  counts: readonly KindCounts[];
  files: readonly ReadFile[];
  /** Files that fit no entry of the mapping. */
  unmatched: readonly string[];
  /** File patterns of the mapping that no file fits. */
  missing: readonly string[];
  proposals: readonly AliasProposal[];
  /** Aliases confirmed with this run. */
  aliases: readonly Alias[];
  valueNotes: readonly ValueNote[];
  blankNotes: readonly BlankNote[];
  milliseconds: number;
};

export function noCounts(kind: ImportKind): KindCounts {
  return {
    kind,
    created: 0,
    updated: 0,
    unchanged: 0,
    rejected: 0,
    repeated: 0,
    leftOut: 0,
    removed: 0,
  };
}

/** Adds up counts by kind, kinds in the order they first appear. */
export function sumByKind(all: readonly KindCounts[]): KindCounts[] {
  const sums = new Map<ImportKind, KindCounts>();
  for (const each of all) {
    const sum = sums.get(each.kind) ?? noCounts(each.kind);
    sums.set(each.kind, {
      kind: each.kind,
      created: sum.created + each.created,
      updated: sum.updated + each.updated,
      unchanged: sum.unchanged + each.unchanged,
      rejected: sum.rejected + each.rejected,
      repeated: sum.repeated + each.repeated,
      leftOut: sum.leftOut + each.leftOut,
      removed: sum.removed + each.removed,
    });
  }
  return [...sums.values()];
}
