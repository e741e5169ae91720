"use client";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, use } from "react";
import { Button } from "../ui/button";

type Selection = { ids: readonly string[]; clear: () => void };

const SelectionContext = createContext<Selection>({ ids: [], clear: () => undefined });

/** Ids of the selected rows and a way to clear them, for the buttons given as `bulk`. */
export function useSelectedRows(): Selection {
  return use(SelectionContext);
}

/** Bar over the table while rows are selected: count, bulk buttons, clear. */
export function SelectionBar({ ids, clear, children }: Selection & { children: ReactNode }) {
  const t = useTranslations("common");
  return (
    <SelectionContext value={{ ids, clear }}>
      <div className="flex flex-wrap items-center gap-2 border-line border-t bg-accent-soft px-4 py-1.5 text-sm">
        <span role="status" className="mr-2 font-medium">
          {t("selectedCount", { count: ids.length })}
        </span>
        {children}
        <Button variant="ghost" size="sm" onClick={clear} className="ml-auto">
          {t("clearSelection")}
        </Button>
      </div>
    </SelectionContext>
  );
}
