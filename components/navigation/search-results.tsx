"use client";
import {
  Building2,
  Contact,
  FileText,
  Handshake,
  History,
  type LucideIcon,
  MessageSquareText,
  Newspaper,
  Package,
  UserRound,
  Zap,
} from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { cx } from "@/components/ui/cx";
import type { Hit } from "./use-search";

const ICON: Record<Hit["kind"], LucideIcon> = {
  deal: Handshake,
  customer: Building2,
  contact: Contact,
  feedback: MessageSquareText,
  note: Newspaper,
  product: Package,
  person: UserRound,
  recent: History,
  command: Zap,
  page: FileText,
};

type ResultsProps = {
  id: string;
  hits: readonly Hit[];
  /** The line the arrow keys are on. */
  current: number;
  onHover: (index: number) => void;
  /** A line was opened; a command that presses a key is still to be done. */
  onOpen: (hit: Hit) => void;
};

/** What was found, under a heading for each kind. */
export function SearchResults({ id, hits, current, onHover, onOpen }: ResultsProps) {
  const t = useTranslations("navigation.search");
  useEffect(() => {
    document.getElementById(`${id}-${current}`)?.scrollIntoView({ block: "nearest" });
  }, [id, current]);
  const numbered = hits.map((hit, index) => ({ ...hit, index }));
  const groups = Map.groupBy(numbered, (hit) => hit.kind);
  return (
    <div id={`${id}-list`} role="listbox" aria-label={t("title")}>
      {[...groups].map(([kind, members]) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options inside a listbox
        <div key={kind} role="group" aria-labelledby={`${id}-${kind}`}>
          <p id={`${id}-${kind}`} className="px-2 pt-2 pb-1 text-2xs text-muted">
            {t(`kinds.${kind}`)}
          </p>
          {members.map((hit) => (
            <ResultLine
              key={hit.value}
              id={`${id}-${hit.index}`}
              hit={hit}
              current={hit.index === current}
              onHover={() => onHover(hit.index)}
              onOpen={() => onOpen(hit)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

type LineProps = {
  id: string;
  hit: Hit;
  current: boolean;
  onHover: () => void;
  onOpen: () => void;
};

function ResultLine({ id, hit, current, onHover, onOpen }: LineProps) {
  const Icon = ICON[hit.kind];
  const line = {
    id,
    role: "option",
    "aria-selected": current,
    tabIndex: -1,
    onMouseMove: onHover,
    onClick: onOpen,
    className: cx(
      "flex min-h-8 w-full items-center gap-2.5 rounded-md px-2 py-1 text-left text-sm phone:min-h-11",
      current && "bg-hover",
    ),
  };
  const inside = (
    <>
      <Icon className="size-4 shrink-0 text-muted" aria-hidden="true" />
      <span className="min-w-0 flex-1 truncate">{hit.label}</span>
      {hit.hint ? (
        <span className="max-w-1/2 shrink-0 truncate text-muted text-xs">{hit.hint}</span>
      ) : null}
    </>
  );
  return "href" in hit ? (
    <Link {...line} href={hit.href} prefetch={false}>
      {inside}
    </Link>
  ) : (
    <button {...line} type="button">
      {inside}
    </button>
  );
}
