"use client";
import { Mail, MoreHorizontal, Pencil, Phone, Plus, Power, Trash2 } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/forms/use-command";
import { Button, IconButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { Menu, MenuItem } from "@/components/ui/menu";
import { Tag } from "@/components/ui/tag";
import { useRemoved } from "@/components/undo/use-removed";
import { deleteContact, setContactInUse } from "@/lib/customers/actions/contacts";
import { localName } from "@/lib/shared/local-name";
import type { ContactItem } from "./contact-form";

const ContactForm = dynamic(() => import("./contact-form"));

/** A contact, and the follow-ups it took part in: what they are called and where they are listed. */
export type MetContact = ContactItem & { met?: { text: string; href: string } };

type ContactListProps = {
  customerId: string;
  contacts: readonly MetContact[];
  /** Whether the reader may write them. */
  editable: boolean;
};

/** The people at a customer, with what each can be reached by and the part they play. */
export function ContactList({ customerId, contacts, editable }: ContactListProps) {
  const t = useTranslations("customers.contacts");
  const [editing, setEditing] = useState<ContactItem | "new" | null>(null);
  const close = () => setEditing(null);
  return (
    <Card
      title={t("heading")}
      actions={
        editable ? (
          <Button size="sm" icon={<Plus aria-hidden="true" />} onClick={() => setEditing("new")}>
            {t("add")}
          </Button>
        ) : null
      }
    >
      {contacts.length === 0 ? <p className="text-muted text-sm">{t("empty")}</p> : null}
      <ul>
        {contacts.map((contact) => (
          <li key={contact.id} className="border-grid border-b py-2 last:border-0">
            <ContactLine contact={contact} editable={editable} onEdit={() => setEditing(contact)} />
          </li>
        ))}
      </ul>
      <Dialog
        title={t(editing === "new" ? "add" : "edit")}
        open={editing !== null}
        onOpenChange={(open) => (open ? null : close())}
      >
        {editing === null ? null : (
          <ContactForm
            customerId={customerId}
            contact={editing === "new" ? undefined : editing}
            onDone={close}
          />
        )}
      </Dialog>
    </Card>
  );
}

function ContactLine({
  contact,
  editable,
  onEdit,
}: {
  contact: MetContact;
  editable: boolean;
  onEdit: () => void;
}) {
  const t = useTranslations("customers.contacts");
  const locale = useLocale();
  const { title, phone, email, decisionRole, active, met } = contact;
  const name = localName(contact, locale);
  return (
    <div className="flex items-start gap-2 text-sm">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          <span className={active ? "font-medium" : "text-muted"}>{name}</span>
          {decisionRole ? <Tag>{t(`roles.${decisionRole}`)}</Tag> : null}
          {active ? null : <Tag>{t("inactive")}</Tag>}
        </p>
        {title ? <p className="break-words text-muted text-xs">{title}</p> : null}
        <p className="flex flex-wrap gap-x-3 text-xs">
          {phone ? (
            <a className="link inline-flex min-h-6 items-center gap-1" href={`tel:${phone}`}>
              <Phone className="size-3" aria-hidden="true" />
              {phone}
            </a>
          ) : null}
          {met ? (
            <Link className="link inline-flex min-h-6 items-center" href={met.href}>
              {met.text}
            </Link>
          ) : null}
          {email ? (
            <a
              className="link inline-flex min-h-6 min-w-0 items-center gap-1"
              href={`mailto:${email}`}
            >
              <Mail className="size-3 shrink-0" aria-hidden="true" />
              <span className="break-all">{email}</span>
            </a>
          ) : null}
        </p>
      </div>
      {editable ? <ContactMenu contact={contact} name={name} onEdit={onEdit} /> : null}
    </div>
  );
}

function ContactMenu({
  contact: { id, active },
  name,
  onEdit,
}: {
  contact: ContactItem;
  name: string;
  onEdit: () => void;
}) {
  const t = useTranslations("customers.contacts");
  const run = useCommand();
  const removed = useRemoved();
  async function remove() {
    const done = await run(deleteContact({ id }));
    if (typeof done === "object") removed(t("deleted"), done.removal);
  }
  return (
    <Menu
      align="end"
      trigger={
        <IconButton
          size="sm"
          label={t("actions", { name })}
          icon={<MoreHorizontal aria-hidden="true" />}
        />
      }
    >
      <MenuItem icon={<Pencil aria-hidden="true" />} onClick={onEdit}>
        {t("edit")}
      </MenuItem>
      <MenuItem
        icon={<Power aria-hidden="true" />}
        onClick={() =>
          void run(
            setContactInUse({ id, active: !active }),
            t(active ? "deactivated" : "activated"),
          )
        }
      >
        {t(active ? "deactivate" : "activate")}
      </MenuItem>
      <MenuItem icon={<Trash2 aria-hidden="true" />} danger onClick={() => void remove()}>
        {t("delete")}
      </MenuItem>
    </Menu>
  );
}
