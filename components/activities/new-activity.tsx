"use client";
import { Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Sheet } from "@/components/ui/sheet";
import type { BusinessDate } from "@/lib/shared/business-date";
import type { About, ActivityValues } from "./activity-values";

const Form = dynamic(() => import("./activity-form").then((all) => all.NewActivityForm), {
  ssr: false,
});

type NewActivityProps = {
  today: BusinessDate;
  about?: About;
  preset?: Partial<ActivityValues>;
  ownerId?: string;
  /** The main button of the page, or a quiet one in a card. */
  main?: boolean;
};

/** Button and sheet for a new follow-up. */
export function NewActivity({ today, about = {}, preset, ownerId, main }: NewActivityProps) {
  const t = useTranslations("activityForm");
  const [open, setOpen] = useState(false);
  return (
    <Sheet
      title={t("new")}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button
          variant={main ? "primary" : "ghost"}
          size={main ? "md" : "sm"}
          icon={<Plus aria-hidden="true" />}
          aria-keyshortcuts={main ? "c" : undefined}
        >
          {t("new")}
        </Button>
      }
    >
      <Form
        today={today}
        about={about}
        preset={preset}
        ownerId={ownerId}
        onDone={() => setOpen(false)}
      />
    </Sheet>
  );
}
