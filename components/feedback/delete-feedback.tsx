"use client";
import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCommand } from "@/components/forms/use-command";
import { Button } from "@/components/ui/button";
import { useRemoved } from "@/components/undo/use-removed";
import { deleteFeedback } from "@/lib/feedback/actions/feedback";

/** Deletes feedback and offers to bring it back. */
export function DeleteFeedback({ id }: { id: string }) {
  const t = useTranslations("feedbackForm");
  const common = useTranslations("common");
  const router = useRouter();
  const run = useCommand();
  const removed = useRemoved();
  async function remove() {
    const data = await run(deleteFeedback({ id }));
    if (typeof data !== "object") return;
    router.push("/feedback");
    removed(t("deleted"), data.removal, `/feedback/${id}`);
  }
  return (
    <Button icon={<Trash2 aria-hidden="true" />} onClick={() => void remove()}>
      {common("delete")}
    </Button>
  );
}
