"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { useUndoMerge } from "./merge-form";

/** What was merged into a customer, and the way to take it apart again. */
export function MergeHistory({
  items,
}: {
  items: readonly { id: string; name: string; by: string; day: string }[];
}) {
  const t = useTranslations("customers.merge");
  const undo = useUndoMerge();
  return (
    <Card title={t("history")}>
      <ul className="grid gap-2 text-sm">
        {items.map((item) => (
          <li key={item.id} className="flex items-center gap-2">
            <span className="min-w-0 flex-1 break-words">
              {item.name}
              <span className="block text-muted text-xs">
                {item.by} · {item.day}
              </span>
            </span>
            <Button size="sm" onClick={() => void undo(item.id)}>
              {t("undo")}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
