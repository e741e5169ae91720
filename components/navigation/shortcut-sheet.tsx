"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Switch } from "@/components/ui/checkbox";
import { Kbd } from "@/components/ui/small-parts";
import { type GoKey, SHORTCUTS, setSingleKeys, singleKeysOn } from "./shortcuts";

const GROUPS = ["anywhere", "page", "list"] as const;

/** Every key and what it does, and the switch that turns single keys off. */
export default function ShortcutSheet({ go }: { go: readonly GoKey[] }) {
  const t = useTranslations("navigation.shortcuts");
  const [on, setOn] = useState(singleKeysOn);
  function change(next: boolean) {
    setSingleKeys(next);
    setOn(next);
  }
  return (
    <div className="grid gap-4">
      <div className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        <div className="grid content-start gap-4">
          {GROUPS.map((group) => (
            <KeyList
              key={group}
              title={t(`groups.${group}`)}
              items={SHORTCUTS.filter((one) => one.group === group).map(({ keys, name }) => ({
                keys: name === "search" ? [...keys, "Ctrl/⌘ K"] : keys,
                label: t(`names.${name}`),
              }))}
            />
          ))}
        </div>
        <KeyList
          title={t("groups.go")}
          items={go.map(({ key, label }) => ({ keys: [`g ${key}`], label }))}
        />
      </div>
      <div className="border-line border-t pt-3">
        <Switch label={t("single")} hint={t("singleHint")} checked={on} onCheckedChange={change} />
      </div>
    </div>
  );
}

type Item = { keys: readonly string[]; label: string };

function KeyList({ title, items }: { title: string; items: readonly Item[] }) {
  return (
    <section>
      <h3 className="mb-1 text-muted text-xs">{title}</h3>
      <dl className="grid gap-1 text-sm">
        {items.map(({ keys, label }) => (
          <div key={label} className="flex items-center justify-between gap-3">
            <dt>{label}</dt>
            <dd className="flex gap-1.5">
              {keys.map((key) => (
                <span key={key} className="flex gap-1">
                  {key.split(" ").map((part) => (
                    <Kbd key={part}>{part.length === 1 ? part.toUpperCase() : part}</Kbd>
                  ))}
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
