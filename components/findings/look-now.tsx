"use client";
import { ScanSearch } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorText } from "@/components/forms/error-text";
import { Button } from "@/components/ui/button";
import { ProgressBar } from "@/components/ui/progress-bar";
import { toast } from "@/components/ui/toast";
import { LOOK_STEPS, type LookStep } from "@/lib/findings/domain/look-step";
import { followLook } from "./look-request";

/** Looks for findings in all the reader leads, and shows how far it is. */
export function LookNow() {
  const t = useTranslations("findingForm.look");
  const errorText = useErrorText();
  const router = useRouter();
  const [step, setStep] = useState<LookStep | null>(null);
  async function look() {
    setStep("products");
    const outcome = await followLook(setStep);
    setStep(null);
    if (outcome.ok) {
      toast(t("done", outcome.done), { status: "good" });
      router.refresh();
    } else toast(errorText(outcome.error), { status: "bad" });
  }
  if (step === null)
    return (
      <Button
        variant="primary"
        icon={<ScanSearch aria-hidden="true" />}
        onClick={() => void look()}
      >
        {t("start")}
      </Button>
    );
  const share = (LOOK_STEPS.indexOf(step) + 1) / LOOK_STEPS.length;
  return (
    <div className="w-56" role="status">
      <ProgressBar label={t(`steps.${step}`)} value={share} />
    </div>
  );
}
