"use client";
import { Search } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { IconButton } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/small-parts";

const SearchPanel = dynamic(() => import("./search-panel"), { ssr: false });

export type PageHit = { href: string; label: string };

type SearchButtonProps = {
  pages: readonly PageHit[];
  /** "bar": as wide as the sidebar; "icon": for the phone's top bar. */
  as: "bar" | "icon";
};

/** Opens the search over everything; in the sidebar also by `/` and Ctrl or Cmd + K. */
export function SearchButton({ pages, as }: SearchButtonProps) {
  const t = useTranslations("navigation.search");
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (as !== "bar") return;
    const onKey = (event: KeyboardEvent) => {
      if (!asksForSearch(event)) return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [as]);
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
        <SearchPanel pages={pages} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

/** `/` outside of fields, Ctrl or Cmd + K everywhere. */
function asksForSearch(event: KeyboardEvent): boolean {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") return true;
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return false;
  const inField =
    event.target instanceof Element &&
    event.target.closest("input,textarea,select,[contenteditable],[role=dialog]");
  return !inField;
}
