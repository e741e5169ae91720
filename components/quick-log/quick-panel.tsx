"use client";
import { Handshake, MessageSquareQuote, Newspaper, PhoneCall } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { About } from "@/components/activities/activity-values";
import { QuickActivityForm } from "@/components/activities/quick-activity-form";
import { QuickNoteForm } from "@/components/market/quick-note-form";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { Spinner } from "@/components/ui/spinner";
import { loadAbout } from "@/lib/activities/actions";
import type { BusinessDate } from "@/lib/shared/business-date";

type Context = About & { today: BusinessDate };

const COMPETITOR = /^\/market\/competitors\/([0-9a-f-]{36})$/;
const RECORD = /^\/(deals|customers)\/([0-9a-f-]{36})$/;

/** What a page's address says the log is about. */
function namedBy(path: string): { dealId?: string; customerId?: string } {
  const [, area, id] = RECORD.exec(path) ?? [];
  if (!id) return {};
  return area === "deals" ? { dealId: id } : { customerId: id };
}

/** A follow-up at once, about the deal or customer of the page; a note, a deal and feedback a tap away. */
export default function QuickPanel({ onDone }: { onDone: () => void }) {
  const t = useTranslations("quickLog");
  const path = usePathname();
  // What the page is about is what is logged first.
  const [what, setWhat] = useState(path.startsWith("/market") ? "note" : "activity");
  const [context, setContext] = useState<Context | "offline">();
  useEffect(() => {
    let current = true;
    loadAbout(namedBy(path)).then(
      (answer) => current && setContext(answer?.data ?? "offline"),
      () => current && setContext("offline"),
    );
    return () => {
      current = false;
    };
  }, [path]);
  if (context === undefined) return <Spinner />;
  const about: About = context === "offline" ? {} : context;
  const today = context === "offline" ? localToday() : context.today;
  const customer = about.customer?.value;
  const query = new URLSearchParams({
    ...(about.deal ? { deal: about.deal.value } : {}),
    ...(customer ? { customer } : {}),
  }).toString();
  return (
    <>
      <nav aria-label={t("others")} className="mb-4 flex flex-wrap gap-2">
        {what === "activity" ? (
          <Button icon={<Newspaper aria-hidden="true" />} onClick={() => setWhat("note")}>
            {t("note")}
          </Button>
        ) : (
          <Button icon={<PhoneCall aria-hidden="true" />} onClick={() => setWhat("activity")}>
            {t("activity")}
          </Button>
        )}
        <LinkButton
          href={customer ? `/deals/new?customer=${customer}` : "/deals/new"}
          icon={<Handshake aria-hidden="true" />}
          onClick={onDone}
        >
          {t("deal")}
        </LinkButton>
        <LinkButton
          href={`/feedback/new${query ? `?${query}` : ""}`}
          icon={<MessageSquareQuote aria-hidden="true" />}
          onClick={onDone}
        >
          {t("feedback")}
        </LinkButton>
      </nav>
      {what === "activity" ? (
        <QuickActivityForm today={today} about={about} onDone={onDone} />
      ) : (
        <QuickNoteForm today={today} competitorId={COMPETITOR.exec(path)?.[1]} onDone={onDone} />
      )}
    </>
  );
}

/** The day on the device's own clock, for want of the server's. */
function localToday(): BusinessDate {
  return new Date().toLocaleDateString("sv-SE") as BusinessDate;
}
