"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCommand } from "@/components/forms/use-command";
import { Button } from "@/components/ui/button";
import { answerHandOver } from "@/lib/pipeline/actions/credit";

/** Takes a deal over, or says no; a request to a whole unit is only taken. */
export function AnswerButtons({ id, toMe, title }: { id: string; toMe: boolean; title: string }) {
  const t = useTranslations("pipeline.handOver");
  const router = useRouter();
  const run = useCommand();
  async function answer(accept: boolean) {
    const done = await run(
      answerHandOver({ id, accept, words: null }),
      t(accept ? "accepted" : "declined", { title }),
    );
    if (accept && typeof done === "object") router.push(`/deals/${done.dealId}`);
    else router.refresh();
  }
  return (
    <span className="flex flex-wrap gap-2">
      <Button variant="primary" size="sm" onClick={() => void answer(true)}>
        {t("accept")}
      </Button>
      {toMe ? (
        <Button size="sm" onClick={() => void answer(false)}>
          {t("decline")}
        </Button>
      ) : null}
    </span>
  );
}
