"use client";
import { useCallback, useEffect, useState } from "react";
import type { Edits } from "@/lib/shared/cell-edits";
import type { Bases } from "@/lib/targets/domain/grid-changes";
import { remaining } from "@/lib/targets/domain/grid-edits";
import type { TargetGrid } from "@/lib/targets/domain/target-grid";

export type KeptEdits = { edits: Edits; bases: Bases; at: string };

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function read(key: string): KeptEdits | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    if (!isRecord(kept) || !isRecord(kept.edits) || !isRecord(kept.bases)) return null;
    const edits = Object.entries(kept.edits).filter(
      (entry): entry is [string, number | null] =>
        entry[1] === null || typeof entry[1] === "number",
    );
    const bases = Object.entries(kept.bases).filter(
      (entry): entry is [string, number] => typeof entry[1] === "number",
    );
    return {
      edits: Object.fromEntries(edits),
      bases: Object.fromEntries(bases),
      at: String(kept.at),
    };
  } catch {
    return null;
  }
}

function store(key: string, kept: KeptEdits | null) {
  try {
    if (kept) localStorage.setItem(key, JSON.stringify(kept));
    else localStorage.removeItem(key);
  } catch {
    // A full or forbidden store: the warning before leaving is what remains.
  }
}

/**
 * Keeps unsaved edits in the browser under `key`. What an earlier visit left is `found` until it is
 * taken or dropped; until then it stays stored, under whatever is typed meanwhile.
 */
export function useKeptEdits(grid: TargetGrid, key: string, edits: Edits, bases: Bases) {
  const [found, setFound] = useState<KeptEdits | null>(null);
  const [ready, setReady] = useState(false);
  useEffect(() => {
    setFound(read(key));
    setReady(true);
  }, [key]);
  useEffect(() => {
    if (!ready) return;
    const all = remaining(grid, { ...found?.edits, ...edits });
    const kept = Object.keys(all).length > 0;
    const at = found?.at ?? new Date().toISOString();
    store(key, kept ? { edits: all, bases: { ...bases, ...found?.bases }, at } : null);
  }, [grid, key, ready, found, edits, bases]);
  return { found, forget: useCallback(() => setFound(null), []) };
}
