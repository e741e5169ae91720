"use client";
import { Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/forms/use-command";
import { Button } from "@/components/ui/button";
import { Sheet } from "@/components/ui/sheet";
import { toast } from "@/components/ui/toast";
import { addStarterThemes, suggestThemesAgain } from "@/lib/feedback/actions/themes";

const Form = dynamic(() => import("./theme-form").then((all) => all.ThemeForm), { ssr: false });

/** Button and sheet for a new theme. */
export function AddTheme() {
  const t = useTranslations("settings.themes");
  const [open, setOpen] = useState(false);
  return (
    <Sheet
      title={t("add")}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="primary" icon={<Plus aria-hidden="true" />}>
          {t("add")}
        </Button>
      }
    >
      <Form onDone={() => setOpen(false)} />
    </Sheet>
  );
}

/** After words have changed: suggestions anew for what nobody has confirmed. */
export function SuggestAgain() {
  const t = useTranslations("settings.themes");
  const run = useCommand();
  const [busy, setBusy] = useState(false);
  async function again() {
    setBusy(true);
    const done = await run(suggestThemesAgain());
    setBusy(false);
    if (typeof done === "object") toast(t("suggested", { count: done.changed }));
  }
  return (
    <Button pending={busy} onClick={() => void again()}>
      {t("suggestAgain")}
    </Button>
  );
}

/** Themes and words to start with. */
export function StarterThemes() {
  const t = useTranslations("settings.themes");
  const run = useCommand();
  return (
    <Button onClick={() => void run(addStarterThemes(), t("saved"))}>{t("addStarters")}</Button>
  );
}
