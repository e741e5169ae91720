import type { Mapping, MappingEntry } from "./mapping";
import { rejectedColumn } from "./rejection";
import { columnsOfEntry } from "./row-reader";

export type NamedFile = { name: string; header: readonly string[] };
export type FileMatch = {
  files: Map<MappingEntry, NamedFile[]>;
  unmatched: NamedFile[];
  missing: string[];
};

/** True when a file's name fits the pattern: `*` and `?` stand for any letters, `.gz` may follow. */
export function nameFits(pattern: string, name: string): boolean {
  const source = pattern
    .toLowerCase()
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*/g, ".*")
    .replace(/\?/g, ".");
  return new RegExp(`^${source}(\\.gz)?$`, "u").test(name.toLowerCase());
}

/**
 * Which file each entry of the mapping reads. Files are matched by name; a file whose name fits
 * nothing (a mended rejected-rows file, an export with today's date) is matched by its columns,
 * if it has all those of exactly one file pattern. `missing` names the patterns nothing fits.
 */
export function matchFiles(mapping: Mapping, given: readonly NamedFile[]): FileMatch {
  const patterns = [...new Set(mapping.entries.map((entry) => entry.file))];
  const files = new Map<MappingEntry, NamedFile[]>();
  const unmatched: NamedFile[] = [];
  const found = new Set<string>();
  for (const file of given) {
    const byName = patterns.filter((pattern) => nameFits(pattern, file.name));
    const fitting = byName.length > 0 ? byName : onlyOne(patternsByHeader(mapping, patterns, file));
    if (fitting.length === 0) unmatched.push(file);
    for (const entry of mapping.entries) {
      if (!fitting.includes(entry.file)) continue;
      found.add(entry.file);
      files.set(entry, [...(files.get(entry) ?? []), file]);
    }
  }
  return { files, unmatched, missing: patterns.filter((pattern) => !found.has(pattern)) };
}

function onlyOne(patterns: string[]): string[] {
  return patterns.length === 1 ? patterns : [];
}

function patternsByHeader(mapping: Mapping, patterns: string[], file: NamedFile): string[] {
  const header = new Set(file.header.map((name) => name.trim()));
  header.delete(rejectedColumn);
  return patterns.filter((pattern) =>
    mapping.entries
      .filter((entry) => entry.file === pattern)
      .every((entry) => columnsOfEntry(entry).every((name) => header.has(name))),
  );
}
