import { useEffect, useState } from "react";
import { isSearchable, type SearchHit } from "@/lib/shared/search-hit";
import type { PageHit } from "./search-button";

export type Hit = (SearchHit | { kind: "page"; value: string; label: string; hint?: string }) & {
  href: string;
};

type Found = { text: string; hits: readonly SearchHit[]; failed: boolean };

const NOTHING: Found = { text: "", hits: [], failed: false };

/** What matches the text: pages at once, records 150 ms after the last key. */
export function useSearch(typed: string, pages: readonly PageHit[]) {
  const text = typed.trim();
  const [found, setFound] = useState(NOTHING);
  useEffect(() => {
    if (!isSearchable(text)) return setFound(NOTHING);
    const request = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`/api/search?q=${encodeURIComponent(text)}`, {
          signal: request.signal,
        });
        if (!response.ok) throw new Error(String(response.status));
        const { hits } = (await response.json()) as { hits: SearchHit[] };
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
  const pageHits = pages
    .filter((page) => low === "" || page.label.toLowerCase().includes(low))
    .map((page): Hit => ({ kind: "page", value: page.href, ...page }));
  const records: readonly Hit[] = isSearchable(text) ? found.hits : [];
  return {
    text,
    hits: [...records, ...pageHits],
    failed: found.failed && found.text === text,
    /** The hits shown are not yet those of the text. */
    pending: isSearchable(text) && found.text !== text,
  };
}
