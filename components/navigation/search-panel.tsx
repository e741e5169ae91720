"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useId, useState } from "react";
import { Input } from "@/components/ui/input";
import { Kbd, VisuallyHidden } from "@/components/ui/small-parts";
import { isSearchable } from "@/lib/shared/search-hit";
import { SearchResults } from "./search-results";
import { press } from "./shortcuts";
import { type Entry, type Hit, useSearch } from "./use-search";

/** Search over everything, and what can be begun from anywhere, driven by arrow keys and Enter. */
export default function SearchPanel({
  entries,
  onDone,
}: {
  entries: readonly Entry[];
  onDone: () => void;
}) {
  const t = useTranslations("navigation.search");
  const router = useRouter();
  const id = useId();
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState(0);
  const { text, hits, failed, pending } = useSearch(typed, entries);
  const current = Math.min(chosen, hits.length - 1);
  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && hits.length > 0) {
      event.preventDefault();
      setChosen((current + step + hits.length) % hits.length);
    }
    const hit = hits[current];
    if (event.key === "Enter" && hit && !event.nativeEvent.isComposing) {
      event.preventDefault();
      open(hit);
      if ("href" in hit) router.push(hit.href);
    }
  }
  function open(hit: Hit) {
    onDone();
    // Once the panel has gone and given the focus back.
    if ("press" in hit) setTimeout(() => press(hit.press), 250);
  }
  const none = !pending && hits.length === 0 && isSearchable(text);
  return (
    <div className="grid gap-2">
      <Input
        type="search"
        role="combobox"
        autoFocus
        aria-label={t("placeholder")}
        aria-expanded={hits.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={hits.length > 0 ? `${id}-${current}` : undefined}
        aria-autocomplete="list"
        placeholder={t("placeholder")}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div className="-mx-2 h-96 overflow-y-auto">
        <SearchResults id={id} hits={hits} current={current} onHover={setChosen} onOpen={open} />
        {failed ? <p className="px-2 py-3 text-bad text-sm">{t("failed")}</p> : null}
        {none && !failed ? (
          <div className="px-2 py-3 text-sm">
            <p>{t("none", { query: text })}</p>
            <p className="text-muted">{t("noneHint")}</p>
          </div>
        ) : null}
        {text !== "" && !isSearchable(text) ? (
          <p className="px-2 py-3 text-muted text-sm">{t("hint")}</p>
        ) : null}
      </div>
      <p className="flex items-center gap-3 text-2xs text-muted phone:hidden" aria-hidden="true">
        <span>
          <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t("keys.move")}
        </span>
        <span>
          <Kbd>↵</Kbd> {t("keys.open")}
        </span>
        <span>
          <Kbd>Esc</Kbd> {t("keys.close")}
        </span>
      </p>
      <div aria-live="polite">
        <VisuallyHidden>{pending ? "" : t("results", { count: hits.length })}</VisuallyHidden>
      </div>
    </div>
  );
}
