"use client";
import { QrCode } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { ChipsField } from "@/components/forms/chips-field";
import { CheckboxField } from "@/components/forms/choice-fields";
import { NumberField } from "@/components/forms/text-fields";
import { useCommand } from "@/components/forms/use-command";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { createFeedbackLink, revokeFeedbackLink } from "@/lib/feedback/actions/links";
import { SURVEYS, type Survey } from "@/lib/feedback/domain/feedback";

type Made = { url: string; qr: { size: number; path: string } };
export type ShownLink = { id: string; kind: Survey; detail: string; open: boolean };
export type LinkAbout = { dealId: string | null; customerId: string | null };

/** What the sheet for links holds: a new one, then those there are. */
export function FeedbackLinks({ about, links }: { about: LinkAbout; links: readonly ShownLink[] }) {
  const t = useTranslations("feedbackForm.link");
  const [made, setMade] = useState<Made | null>(null);
  const router = useRouter();
  if (made) return <MadeLink made={made} onAgain={() => setMade(null)} />;
  return (
    <div className="grid gap-6">
      <ActionForm
        action={createFeedbackLink}
        initial={{ kind: "nps" as Survey, once: true, days: 30 as number | null }}
        toInput={({ days, ...values }) => ({
          ...values,
          ...about,
          days: days ?? 0,
          origin: location.origin,
        })}
        onSuccess={(data) => {
          if (data) setMade(data);
          router.refresh();
        }}
        submitLabel={t("make")}
        warnUnsaved={false}
      >
        <Kinds />
        <NumberField name="days" label={t("days")} required min={1} max={365} />
        <CheckboxField name="once" label={t("once")} hint={t("onceHint")} />
      </ActionForm>
      {links.length > 0 ? <LinkList links={links} /> : null}
    </div>
  );
}

function Kinds() {
  const t = useTranslations("feedbackForm");
  return (
    <ChipsField
      name="kind"
      label={t("kind")}
      options={SURVEYS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
    />
  );
}

function LinkList({ links }: { links: readonly ShownLink[] }) {
  const t = useTranslations("feedbackForm");
  const router = useRouter();
  const run = useCommand();
  async function end(id: string) {
    if (await run(revokeFeedbackLink({ id }), t("link.ended"))) router.refresh();
  }
  return (
    <section>
      <h3 className="font-semibold">{t("link.all")}</h3>
      <ul>
        {links.map((link) => (
          <li
            key={link.id}
            className="flex items-center gap-2 border-grid border-b py-2 text-sm last:border-0"
          >
            <span className="min-w-0 flex-1">
              {t(`kinds.${link.kind}`)}
              <span className="block text-muted text-xs">{link.detail}</span>
            </span>
            {link.open ? (
              <Button size="sm" onClick={() => void end(link.id)}>
                {t("link.end")}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A fresh link, shown once: to copy, or as a QR code to point a phone at. */
function MadeLink({ made: { url, qr }, onAgain }: { made: Made; onAgain: () => void }) {
  const t = useTranslations("feedbackForm.link");
  return (
    <div className="grid gap-4">
      <CopyField label={t("address")} value={url} hint={t("addressHint")} />
      <svg
        viewBox={`0 0 ${qr.size} ${qr.size}`}
        role="img"
        aria-label={t("qr")}
        shapeRendering="crispEdges"
        className="mx-auto w-64 max-w-full rounded-control bg-white"
      >
        <path d={qr.path} fill="#000" />
      </svg>
      <div>
        <Button icon={<QrCode aria-hidden="true" />} onClick={onAgain}>
          {t("another")}
        </Button>
      </div>
    </div>
  );
}
