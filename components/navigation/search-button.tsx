"use client";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { IconButton } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/small-parts";
import type { Entry } from "./use-search";

// Not next/dynamic: on every page its own code would weigh more than this.
const SearchPanel = lazy(() => import("./search-panel"));

type SearchButtonProps = {
  /** Pages and commands, which are found at once. */
  entries: readonly Entry[];
  /** "bar": as wide as the sidebar; "icon": for the phone's top bar. */
  as: "bar" | "icon";
};

/** Opens the search over everything; in the sidebar it is what `/` and Ctrl or Cmd + K press. */
export function SearchButton({ entries, as }: SearchButtonProps) {
  const t = useTranslations("navigation.search");
  const [open, setOpen] = useState(false);
  return (
    <>
      {as === "icon" ? (
        <IconButton
          label={t("open")}
          icon={<Search aria-hidden="true" />}
          onClick={() => setOpen(true)}
        />
      ) : (
        <button
          type="button"
          onClick={() => setOpen(true)}
          aria-keyshortcuts="/ Control+K Meta+K"
          className="mb-1 flex h-8 w-full items-center gap-2 rounded-control border border-line2 bg-surface px-2 text-left text-muted text-sm hover:border-edge hover:text-ink"
        >
          <Search className="size-4" aria-hidden="true" />
          <span className="flex-1">{t("open")}</span>
          <Kbd>/</Kbd>
        </button>
      )}
      <Dialog title={t("title")} open={open} onOpenChange={setOpen}>
        <Suspense>
          <SearchPanel entries={entries} onDone={() => setOpen(false)} />
        </Suspense>
      </Dialog>
    </>
  );
}
