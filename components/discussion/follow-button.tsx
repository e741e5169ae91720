"use client";
import { Bell, BellOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useOptimistic, useTransition } from "react";
import { useCommand } from "@/components/forms/use-command";
import { Button } from "@/components/ui/button";
import { setFollowing } from "@/lib/discussion/actions/comments";
import type { RecordRef } from "@/lib/shared/record";

type FollowProps = { record: RecordRef; following: boolean; followers: readonly string[] };

/** Whether the reader is told of news about the record; shows at once, and goes back if it fails. */
export function FollowButton({ record, following, followers }: FollowProps) {
  const t = useTranslations("discussion");
  const run = useCommand();
  const [shown, show] = useOptimistic(following);
  const [, start] = useTransition();
  const change = () =>
    start(async () => {
      show(!shown);
      await run(setFollowing({ record, following: !shown }));
    });
  return (
    <Button
      size="sm"
      variant="ghost"
      title={t("followers", { count: followers.length, names: followers.slice(0, 10).join(", ") })}
      icon={shown ? <BellOff aria-hidden="true" /> : <Bell aria-hidden="true" />}
      onClick={change}
    >
      {t(shown ? "unfollow" : "follow")}
    </Button>
  );
}
