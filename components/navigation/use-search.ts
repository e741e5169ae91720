import { useEffect, useState } from "react";
import { isSearchable, type SearchHit } from "@/lib/shared/search-hit";
import { recentVisits } from "./recent";

/** A page to go to, or a command: a page that begins something, or a key of the page to press. */
export type Entry = { kind: "page" | "command"; label: string } & (
  | { href: string }
  | { press: string }
);
type Recent = { kind: "recent"; value: string; label: string; href: string };
export type Hit = (SearchHit | Recent | (Entry & { value: string })) & { hint?: string };

type Found = { text: string; hits: readonly SearchHit[]; failed: boolean };

const NOTHING: Found = { text: "", hits: [], failed: false };

async function hitsAt<T>(query: string, signal: AbortSignal): Promise<T[]> {
  const response = await fetch(`/api/search?${query}`, { signal });
  if (!response.ok) throw new Error(String(response.status));
  return ((await response.json()) as { hits: T[] }).hits;
}

/** Records visited lately that the reader still may see; none where they cannot be asked for. */
function useRecent(): readonly Recent[] {
  const [recent, setRecent] = useState<readonly Recent[]>([]);
  useEffect(() => {
    const visits = recentVisits();
    if (visits.length === 0) return;
    const request = new AbortController();
    hitsAt<Recent>(`recent=${visits.join(",")}`, request.signal)
      .then(setRecent)
      .catch(() => setRecent([]));
    return () => request.abort();
  }, []);
  return recent;
}

/** What matches the text: pages and commands at once, records 150 ms after the last key. */
export function useSearch(typed: string, entries: readonly Entry[]) {
  const text = typed.trim();
  const [found, setFound] = useState(NOTHING);
  const recent = useRecent();
  useEffect(() => {
    if (!isSearchable(text)) return setFound(NOTHING);
    const request = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const hits = await hitsAt<SearchHit>(`q=${encodeURIComponent(text)}`, request.signal);
        setFound({ text, hits, failed: false });
      } catch {
        if (!request.signal.aborted) setFound({ text, hits: [], failed: true });
      }
    }, 150);
    return () => {
      clearTimeout(timer);
      request.abort();
    };
  }, [text]);
  const low = text.toLowerCase();
  const matching = entries
    .filter((entry) => low === "" || entry.label.toLowerCase().includes(low))
    .map((entry): Hit => ({ value: `${entry.kind} ${entry.label}`, ...entry }));
  const records: readonly Hit[] = isSearchable(text) ? found.hits : low === "" ? recent : [];
  return {
    text,
    hits: [...records, ...matching],
    failed: found.failed && found.text === text,
    /** The hits shown are not yet those of the text. */
    pending: isSearchable(text) && found.text !== text,
  };
}
