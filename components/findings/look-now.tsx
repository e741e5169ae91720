"use client";
import { ScanSearch } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useErrorText } from "@/components/forms/error-text";
import { Button } from "@/components/ui/button";
import { ProgressBar } from "@/components/ui/progress-bar";
import { toast } from "@/components/ui/toast";
import { LOOK_STEPS, type LookStep } from "@/lib/findings/domain/look-step";
import { followLook } from "./look-request";

/**
 * Looks for findings in all the reader leads, and shows how far it is. `isDue`: there are sales or closed
 * deals no look has known, so it begins by itself.
 */
export function LookNow({ isDue = false }: { isDue?: boolean }) {
  const t = useTranslations("findingForm.look");
  const errorText = useErrorText();
  const router = useRouter();
  const [step, setStep] = useState<LookStep | null>(null);
  async function look(asked: boolean) {
    setStep("products");
    const outcome = await followLook(setStep);
    setStep(null);
    if (outcome.ok) {
      if (asked || outcome.done.fresh > 0) toast(t("done", outcome.done), { status: "good" });
      router.refresh();
    } else if (asked) toast(errorText(outcome.error), { status: "bad" });
  }
  const begun = useRef(false);
  useEffect(() => {
    if (!isDue || begun.current) return;
    begun.current = true;
    void look(false);
  });
  if (step === null)
    return (
      <Button
        variant="primary"
        icon={<ScanSearch aria-hidden="true" />}
        onClick={() => void look(true)}
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
