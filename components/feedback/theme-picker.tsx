"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/forms/use-command";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { confirmFeedbackThemes } from "@/lib/feedback/actions/feedback";

type ThemePickerProps = {
  id: string;
  version: number;
  themes: readonly { value: string; label: string }[];
  chosen: readonly string[];
  confirmed: boolean;
};

/** The themes as the words suggest them, for a person to confirm or correct. */
export function ThemePicker({ id, version, themes, chosen, confirmed }: ThemePickerProps) {
  const t = useTranslations("feedbackForm");
  const run = useCommand();
  const [ticked, setTicked] = useState(() => new Set(chosen));
  const [busy, setBusy] = useState(false);
  async function confirm() {
    setBusy(true);
    await run(confirmFeedbackThemes({ id, version, themeIds: [...ticked] }), t("themesConfirmed"));
    setBusy(false);
  }
  const changed = ticked.size !== chosen.length || chosen.some((theme) => !ticked.has(theme));
  return (
    <div className="grid gap-2">
      <div className="grid grid-cols-2 gap-x-3">
        {themes.map(({ value, label }) => (
          <Checkbox
            key={value}
            label={label}
            checked={ticked.has(value)}
            onCheckedChange={(on) => {
              const next = new Set(ticked);
              if (on) next.add(value);
              else next.delete(value);
              setTicked(next);
            }}
          />
        ))}
      </div>
      {confirmed && !changed ? null : (
        <div>
          <Button size="sm" pending={busy} onClick={() => void confirm()}>
            {t("confirmThemes")}
          </Button>
        </div>
      )}
    </div>
  );
}
