"use client";
import { Pencil } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { ProfileContact, ProfileSubject, ProfileValues } from "./profile-form";

const ProfileForm = dynamic(() => import("./profile-form"));

type ProfileEditorProps = {
  subject: ProfileSubject;
  profile: ProfileValues | null;
  contacts: readonly ProfileContact[];
};

/** Button and form for a new version of a buying profile. */
export function ProfileEditor(props: ProfileEditorProps) {
  const t = useTranslations("customers.profile");
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title={t("edit")}
      description={t("editHint")}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" icon={<Pencil aria-hidden="true" />}>
          {t(props.profile ? "update" : "capture")}
        </Button>
      }
    >
      <ProfileForm {...props} onDone={() => setOpen(false)} />
    </Dialog>
  );
}
