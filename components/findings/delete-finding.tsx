"use client";
import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCommand } from "@/components/forms/use-command";
import { Button } from "@/components/ui/button";
import { useRemoved } from "@/components/undo/use-removed";
import { deleteFinding } from "@/lib/findings/actions";

/** Deletes a finding somebody wrote and offers to bring it back. */
export function DeleteFinding({ id }: { id: string }) {
  const t = useTranslations("findingForm");
  const common = useTranslations("common");
  const router = useRouter();
  const run = useCommand();
  const removed = useRemoved();
  async function remove() {
    const data = await run(deleteFinding({ id }));
    if (typeof data !== "object") return;
    router.push("/findings");
    removed(t("deleted"), data.removal, `/findings/${id}`);
  }
  return (
    <Button icon={<Trash2 aria-hidden="true" />} onClick={() => void remove()}>
      {common("delete")}
    </Button>
  );
}
