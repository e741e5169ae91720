"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCommand } from "@/components/forms/use-command";
import { toast } from "@/components/ui/toast";
import { undoRemoval } from "@/lib/undo/actions";

/**
 * Says what was deleted and offers to undo it: `removed(t("deleted"), removal)`. `back`: where the
 * record is, to go there once it is restored. The message outlives the page it came from.
 */
export function useRemoved() {
  const t = useTranslations("common");
  const router = useRouter();
  const run = useCommand();
  return function removed(title: string, removal: string, back?: string) {
    async function restore() {
      if (!(await run(undoRemoval({ removal }), t("restored")))) return;
      if (back) router.push(back);
      else router.refresh();
    }
    toast(title, { action: { label: t("undo"), onClick: () => void restore() } });
  };
}
