"use client";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type MouseEvent, type ReactNode, useState, useTransition } from "react";
import { cx } from "./cx";
import { Skeleton } from "./skeleton";

const Sheet = dynamic(() => import("./sheet").then((module) => module.Sheet));

type FigureProps = {
  /** Formatted value. */
  value: ReactNode;
  /** What the figure is, e.g. "Revenue, East region, FY2026 Q4": title of the panel. */
  label: string;
  /** Page that explains the figure; used where there is no panel, and for a new tab. */
  href?: string;
  /** Quiet line in the panel under the title. */
  hint?: string;
  /** Content of the panel, ready. */
  children?: ReactNode;
  /** Content of the panel, fetched on opening (a server action that returns elements). */
  load?: () => Promise<ReactNode>;
  className?: string;
};

const look =
  "rounded-[3px] underline decoration-transparent decoration-dotted underline-offset-4 transition-colors tabular-nums hover:decoration-edge [@media(hover:none)]:decoration-line2";

/** A value that explains itself: a quiet link or button that opens its definition and its records. */
export function Figure({ value, label, href, hint, children, load, className }: FigureProps) {
  const t = useTranslations("common");
  const [open, setOpen] = useState(false);
  const [loaded, setLoaded] = useState<ReactNode>(null);
  const [pending, start] = useTransition();
  const spoken = t("explainFigure", { label, value: typeof value === "string" ? value : "" });
  const hasPanel = Boolean(children || load);
  function show(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    setOpen(true);
    if (load && !loaded) start(async () => setLoaded(await load()));
  }
  if (!hasPanel && !href) return <span className={cx("tabular-nums", className)}>{value}</span>;
  const shared = {
    className: cx(look, className),
    "aria-label": typeof value === "string" ? spoken : undefined,
  };
  return (
    <>
      {href ? (
        <Link {...shared} href={href} prefetch={false} onClick={hasPanel ? show : undefined}>
          {value}
        </Link>
      ) : (
        <button {...shared} type="button" aria-haspopup="dialog" onClick={show}>
          {value}
        </button>
      )}
      {open ? (
        <Sheet title={label} description={hint} open={open} onOpenChange={setOpen}>
          {pending ? <PanelSkeleton label={t("loading")} /> : (loaded ?? children)}
        </Sheet>
      ) : null}
    </>
  );
}

function PanelSkeleton({ label }: { label: string }) {
  return (
    <div role="status" className="grid gap-3">
      <span className="sr-only">{label}</span>
      <Skeleton className="w-2/3" />
      <Skeleton />
      <Skeleton height={160} />
    </div>
  );
}
