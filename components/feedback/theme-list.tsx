"use client";
import { Pencil, Power, Trash2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/forms/use-command";
import { IconButton } from "@/components/ui/button";
import { Sheet } from "@/components/ui/sheet";
import { Tag } from "@/components/ui/tag";
import { deleteTheme, setThemeActive } from "@/lib/feedback/actions/themes";
import type { EditedTheme } from "./theme-form";

const Form = dynamic(() => import("./theme-form").then((all) => all.ThemeForm), { ssr: false });

type Theme = EditedTheme & { label: string; active: boolean; used: number };

/** The themes with their words, each changed in a sheet. */
export function ThemeList({ themes }: { themes: readonly Theme[] }) {
  const t = useTranslations("settings.themes");
  const [editing, setEditing] = useState<string | null>(null);
  const edited = themes.find(({ id }) => id === editing);
  return (
    <>
      <ul>
        {themes.map((theme) => (
          <ThemeLine key={theme.id} theme={theme} onEdit={() => setEditing(theme.id)} />
        ))}
      </ul>
      <Sheet
        title={edited?.label ?? t("title")}
        open={edited !== undefined}
        onOpenChange={(open) => open || setEditing(null)}
      >
        {edited ? <Form key={edited.id} theme={edited} onDone={() => setEditing(null)} /> : null}
      </Sheet>
    </>
  );
}

function ThemeLine({ theme, onEdit }: { theme: Theme; onEdit: () => void }) {
  const t = useTranslations("settings.themes");
  const names = useTranslations("settings.names");
  const run = useCommand();
  const { id, label, active, used, words, wordsEn } = theme;
  return (
    <li className="flex items-start gap-2 border-grid border-b py-2.5 last:border-0">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2">
          <span className={active ? "font-medium" : "text-muted"}>{label}</span>
          {active ? null : <Tag>{names("inactive")}</Tag>}
          <span className="text-muted text-xs">{t("used", { count: used })}</span>
        </p>
        <p className="truncate text-muted text-xs">{words.join("、")}</p>
        <p className="truncate text-muted text-xs">{wordsEn.join(", ")}</p>
      </div>
      <IconButton
        size="sm"
        label={names("edit", { name: label })}
        onClick={onEdit}
        icon={<Pencil aria-hidden="true" />}
      />
      <IconButton
        size="sm"
        label={names(active ? "deactivate" : "activate", { name: label })}
        onClick={() => void run(setThemeActive({ id, active: !active }), t("saved"))}
        icon={<Power aria-hidden="true" />}
      />
      {used === 0 ? (
        <IconButton
          size="sm"
          label={names("delete", { name: label })}
          onClick={() => void run(deleteTheme({ id }), names("deleted"))}
          icon={<Trash2 aria-hidden="true" />}
        />
      ) : null}
    </li>
  );
}
