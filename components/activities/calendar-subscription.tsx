"use client";
import { CalendarSync } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/forms/use-command";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { Dialog } from "@/components/ui/dialog";
import { endCalendarFeed, renewCalendarFeed } from "@/lib/activities/actions";

type CalendarSubscriptionProps = {
  /** Since when there is an address and when it was read last, in words; null where there is none. */
  state: string | null;
};

/** The secret address for one's own calendar program: made, shown once, renewed, ended. */
export function CalendarSubscription({ state }: CalendarSubscriptionProps) {
  const t = useTranslations("activities.feed");
  const run = useCommand();
  const [address, setAddress] = useState<string>();
  async function renew() {
    const data = await run(renewCalendarFeed());
    if (typeof data === "object") setAddress(`${location.origin}${data.path}`);
  }
  async function end() {
    if (await run(endCalendarFeed(), t("ended"))) setAddress(undefined);
  }
  return (
    <Dialog
      title={t("title")}
      description={t("hint")}
      trigger={<Button icon={<CalendarSync aria-hidden="true" />}>{t("open")}</Button>}
    >
      <div className="grid gap-4">
        {address ? <CopyField label={t("address")} value={address} hint={t("once")} /> : null}
        {!address && state ? <p className="text-sm">{state}</p> : null}
        <div className="flex flex-wrap gap-2">
          <Button variant="primary" onClick={() => void renew()}>
            {t(state || address ? "renew" : "make")}
          </Button>
          {state || address ? (
            <Button variant="danger" onClick={() => void end()}>
              {t("end")}
            </Button>
          ) : null}
        </div>
      </div>
    </Dialog>
  );
}
