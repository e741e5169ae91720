"use client";
import { QrCode } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Sheet } from "@/components/ui/sheet";
import type { LinkAbout, ShownLink } from "./link-dialog";

const Links = dynamic(() => import("./link-dialog").then((all) => all.FeedbackLinks), {
  ssr: false,
});

/** Button and sheet for links to the public form. */
export function FeedbackLinkButton(props: { about: LinkAbout; links: readonly ShownLink[] }) {
  const t = useTranslations("feedbackForm.link");
  return (
    <Sheet
      title={t("title")}
      description={t("hint")}
      trigger={
        <Button variant="ghost" size="sm" icon={<QrCode aria-hidden="true" />}>
          {t("open")}
        </Button>
      }
    >
      <Links {...props} />
    </Sheet>
  );
}
