"use client";
import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCommand } from "@/components/forms/use-command";
import { Button } from "@/components/ui/button";
import { useRemoved } from "@/components/undo/use-removed";
import { deleteActivity } from "@/lib/activities/actions";

/** Deletes a follow-up and offers to bring it back. */
export function DeleteActivity({ id }: { id: string }) {
  const t = useTranslations("activityForm");
  const common = useTranslations("common");
  const router = useRouter();
  const run = useCommand();
  const removed = useRemoved();
  async function remove() {
    const data = await run(deleteActivity({ id }));
    if (typeof data !== "object") return;
    router.push("/activities/calendar");
    removed(t("deleted"), data.removal, `/activities/${id}`);
  }
  return (
    <Button variant="secondary" icon={<Trash2 aria-hidden="true" />} onClick={() => void remove()}>
      {common("delete")}
    </Button>
  );
}
