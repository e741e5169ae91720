"use client";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { Sheet } from "@/components/ui/sheet";
import { Kbd } from "@/components/ui/small-parts";

// Not next/dynamic: on every page its own code would weigh more than this.
const QuickPanel = lazy(() => import("./quick-panel"));

const LOOK = {
  bar: "flex h-8 w-full items-center gap-2 rounded-control bg-accent px-2 text-left font-medium text-on-accent text-sm hover:opacity-90",
  thumb:
    "mx-auto flex min-h-12 w-full flex-col items-center justify-center gap-0.5 rounded-card text-accent text-xs [&_svg]:size-5.5",
};

/** The way to log something from every page: in the sidebar, where `n` presses it, and under the thumb. */
export function QuickLog({ as }: { as: keyof typeof LOOK }) {
  const t = useTranslations("quickLog");
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        aria-keyshortcuts={as === "bar" ? "n" : undefined}
        className={LOOK[as]}
      >
        <Plus className="size-4" aria-hidden="true" />
        <span className={as === "bar" ? "flex-1" : undefined}>{t("open")}</span>
        {as === "bar" ? <Kbd>N</Kbd> : null}
      </button>
      <Sheet title={t("title")} open={open} onOpenChange={setOpen}>
        <Suspense>
          <QuickPanel onDone={() => setOpen(false)} />
        </Suspense>
      </Sheet>
    </>
  );
}
