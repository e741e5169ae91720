"use client";
import { useTranslations } from "next-intl";
import { useErrorText } from "@/components/forms/error-text";
import { Banner } from "@/components/ui/banner";
import { ProgressBar } from "@/components/ui/progress-bar";
import { type ImportKind, importKinds } from "@/lib/imports/domain/import-kinds";
import type { RunError, RunProgress } from "./upload-request";

export type RunState =
  | { is: "idle" }
  | { is: "running"; progress: RunProgress | null }
  | { is: "failed"; error: RunError };

const isKind = (kind: string): kind is ImportKind => importKinds.some((each) => each === kind);

/** What a check or an import is doing, or why it did not work. */
export function RunStatus({ state }: { state: RunState }) {
  const t = useTranslations("data");
  const errorText = useErrorText();
  if (state.is === "failed") {
    return (
      <Banner tone="bad" title={t("progress.failed")} live>
        {errorText(state.error.code, state.error.details)}
      </Banner>
    );
  }
  if (state.is === "idle") return null;
  const { progress } = state;
  if (progress?.step === "upload") {
    return (
      <ProgressBar label={t("progress.upload", { file: progress.file })} value={progress.share} />
    );
  }
  if (progress?.step === "read") {
    const text = t("progress.rows", { count: progress.rows });
    return (
      <ProgressBar label={t("progress.read", { file: progress.file })} value={null} text={text} />
    );
  }
  const kind = progress && isKind(progress.kind) ? t(`kinds.${progress.kind}`) : null;
  const label = kind ? t("progress.apply", { kind }) : t("progress.start");
  return <ProgressBar label={label} value={null} />;
}
