"use client";
import { Pencil, Power, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { FormResult } from "@/components/forms/form-errors";
import { useCommand } from "@/components/forms/use-command";
import { IconButton } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Tag } from "@/components/ui/tag";
import { AddNameForm, EditNameForm } from "./named-form";

export type NamedItem = {
  id: string;
  version: number;
  name: string;
  nameEn: string | null;
  /** Records that refer to it. */
  used: number;
  active?: boolean;
  isNoDecision?: boolean;
};

export type NamedValues = { name: string; nameEn: string | null; isNoDecision?: boolean };
type Answer = Promise<FormResult<unknown> | undefined>;

export type NamedActions = {
  add: (input: NamedValues) => Answer;
  edit: (input: NamedValues & { id: string; version: number }) => Answer;
  remove: (input: { id: string }) => Answer;
  /** Lists without it know no "out of use". */
  setActive?: (input: { id: string; active: boolean }) => Answer;
};

type NamedListProps = {
  items: readonly NamedItem[];
  actions: NamedActions;
  /** A yes-or-no property of each item, e.g. "is no decision". */
  flag?: { label: string; hint?: string };
  /** Shown while there are none. */
  empty: string;
};

/** A short list of names, changed in place: add below, rename, take out of use, delete. */
export function NamedList({ items, actions, flag, empty }: NamedListProps) {
  const [editing, setEditing] = useState<string | null>(null);
  return (
    <div className="grid gap-4">
      {items.length === 0 ? <p className="text-muted text-sm">{empty}</p> : null}
      <ul>
        {items.map((item) => (
          <li key={item.id} className="border-grid border-b last:border-0">
            {editing === item.id ? (
              <EditNameForm
                item={item}
                action={actions.edit}
                flag={flag}
                onClose={() => setEditing(null)}
              />
            ) : (
              <Line
                item={item}
                actions={actions}
                flagLabel={flag?.label}
                onEdit={() => setEditing(item.id)}
              />
            )}
          </li>
        ))}
      </ul>
      <AddNameForm action={actions.add} flag={flag} />
    </div>
  );
}

function Line({
  item,
  actions,
  flagLabel,
  onEdit,
}: {
  item: NamedItem;
  actions: NamedActions;
  flagLabel?: string;
  onEdit: () => void;
}) {
  const t = useTranslations("settings.names");
  const run = useCommand();
  const { id, name, nameEn, used, active = true } = item;
  const { setActive, remove } = actions;
  return (
    <div className="flex items-center gap-2 py-1.5">
      <div className="min-w-0 flex-1 text-sm">
        <p className="flex flex-wrap items-center gap-x-2">
          <span className={active ? "font-medium" : "text-muted"}>{name}</span>
          {nameEn ? <span className="text-muted">{nameEn}</span> : null}
          {item.isNoDecision && flagLabel ? <Tag>{flagLabel}</Tag> : null}
          {active ? null : <Tag>{t("inactive")}</Tag>}
        </p>
        <p className="text-muted text-xs">{t("used", { count: used })}</p>
      </div>
      <IconButton
        size="sm"
        label={t("edit", { name })}
        onClick={onEdit}
        icon={<Pencil aria-hidden="true" />}
      />
      {setActive ? (
        <IconButton
          size="sm"
          label={t(active ? "deactivate" : "activate", { name })}
          onClick={() =>
            void run(setActive({ id, active: !active }), t(active ? "deactivated" : "activated"))
          }
          icon={<Power aria-hidden="true" />}
        />
      ) : null}
      <ConfirmDialog
        title={t("deleteTitle", { name })}
        confirmLabel={t("deleteConfirm")}
        danger
        trigger={
          <IconButton
            size="sm"
            label={t("delete", { name })}
            icon={<Trash2 aria-hidden="true" />}
          />
        }
        onConfirm={() => run(remove({ id }), t("deleted"))}
      >
        {t(used === 0 ? "deleteAsk" : setActive ? "deleteUsedOff" : "deleteUsed", { count: used })}
      </ConfirmDialog>
    </div>
  );
}
