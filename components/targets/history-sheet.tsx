"use client";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { Sheet } from "@/components/ui/sheet";
import { Skeleton } from "@/components/ui/skeleton";
import { Tag } from "@/components/ui/tag";
import { loadTargetHistory } from "@/lib/targets/actions";
import { readReason } from "@/lib/targets/domain/accepted-mismatch";
import { TIERS } from "@/lib/targets/domain/target-kpi";
import { DifferenceTag } from "./difference-tag";
import type { TargetNumbers } from "./target-numbers";

type Revision = NonNullable<Awaited<ReturnType<typeof loadTargetHistory>>["data"]>[number];

/** Every version of one target: what it was, who set it, when and why. */
export function HistorySheet({
  title,
  targetId,
  numbers,
  onClose,
}: {
  title: string;
  /** Null for a target that has never been saved. */
  targetId: string | null;
  numbers: TargetNumbers;
  onClose: () => void;
}) {
  const t = useTranslations("targets");
  const [revisions, setRevisions] = useState<Revision[] | null>(targetId === null ? [] : null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (targetId === null) return;
    let isCurrent = true;
    loadTargetHistory({ targetId }).then(
      ({ data }) => {
        if (!isCurrent) return;
        if (data) setRevisions(data);
        else setFailed(true);
      },
      () => isCurrent && setFailed(true),
    );
    return () => {
      isCurrent = false;
    };
  }, [targetId]);
  return (
    <Sheet
      open
      title={t("history.title")}
      description={title}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      {failed ? (
        <p role="alert" className="text-bad text-sm">
          {t("history.failed")}
        </p>
      ) : revisions === null ? (
        <Skeleton height={192} />
      ) : revisions.length === 0 ? (
        <EmptyState title={t("history.empty")}>{t("history.emptyText")}</EmptyState>
      ) : (
        <ol className="grid gap-3">
          {revisions.map((revision) => (
            <RevisionItem key={revision.version} revision={revision} numbers={numbers} />
          ))}
        </ol>
      )}
    </Sheet>
  );
}

function RevisionItem({ revision, numbers }: { revision: Revision; numbers: TargetNumbers }) {
  const t = useTranslations("targets");
  const locale = useLocale();
  const author = (locale === "en" ? revision.changedByEn : null) ?? revision.changedBy;
  const { reason, accepted } = readReason(revision.reason ?? "");
  return (
    <li className="border-line border-b pb-3 text-sm last:border-0">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium tabular-nums">
          {t("history.version", { version: revision.version })}
        </span>
        <Tag status={revision.status === "published" ? "good" : "neutral"}>
          {t(`status.${revision.status}`)}
        </Tag>
      </p>
      <p className="text-muted text-xs">
        {author ?? t("system")} · {numbers.dateTime(revision.changedAt)}
      </p>
      <dl className="mt-1 flex flex-wrap gap-x-4 tabular-nums">
        {TIERS.map((tier) => (
          <div key={tier} className="flex gap-1.5">
            <dt className="text-muted">{t(`tiers.${tier}`)}</dt>
            <dd>{numbers.show(revision[tier])}</dd>
          </div>
        ))}
      </dl>
      {accepted.map(({ kind, tier, difference }) => (
        <p key={`${kind}${tier}`} className="mt-1 flex flex-wrap items-center gap-1.5 text-xs">
          {t(`history.accepted.${kind}`, { tier: t(`tiers.${tier}`) })}
          <DifferenceTag difference={difference} show={numbers.show} />
        </p>
      ))}
      {reason ? <p className="mt-1 text-ink2">{t("history.because", { reason })}</p> : null}
    </li>
  );
}
