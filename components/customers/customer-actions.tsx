"use client";
import { Merge, MoreHorizontal, Pencil, Plus, Power, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCommand } from "@/components/forms/use-command";
import { IconButton } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { Menu, MenuItem, MenuLink } from "@/components/ui/menu";
import { toast } from "@/components/ui/toast";
import { useRemoved } from "@/components/undo/use-removed";
import { deleteCustomer, setCustomerInUse } from "@/lib/customers/actions/customers";

type CustomerActionsProps = { id: string; active: boolean };

/** What somebody who may change a customer does with it; each step can be undone. */
export function CustomerActions({ id, active }: CustomerActionsProps) {
  const t = useTranslations("customers");
  const common = useTranslations("common");
  const router = useRouter();
  const run = useCommand();
  const removed = useRemoved();
  async function setActive(next: boolean, undoing = false) {
    if (!(await run(setCustomerInUse({ id, active: next })))) return;
    const again = { label: common("undo"), onClick: () => void setActive(!next, true) };
    toast(t(next ? "activated" : "deactivated"), undoing ? {} : { action: again });
  }
  async function remove() {
    const done = await run(deleteCustomer({ id }));
    if (typeof done !== "object") return;
    router.push("/customers");
    removed(t("deleted"), done.removal, `/customers/${id}`);
  }
  return (
    <>
      <LinkButton
        href={`/customers/${id}/edit`}
        icon={<Pencil aria-hidden="true" />}
        aria-keyshortcuts="e"
      >
        {t("edit")}
      </LinkButton>
      <Menu
        align="end"
        trigger={
          <IconButton label={t("moreActions")} icon={<MoreHorizontal aria-hidden="true" />} />
        }
      >
        <MenuLink href={`/customers/new?parent=${id}`} icon={<Plus aria-hidden="true" />}>
          {t("addChild")}
        </MenuLink>
        <MenuLink href={`/customers/${id}/merge`} icon={<Merge aria-hidden="true" />}>
          {t("merge.action")}
        </MenuLink>
        <MenuItem icon={<Power aria-hidden="true" />} onClick={() => void setActive(!active)}>
          {t(active ? "deactivate" : "activate")}
        </MenuItem>
        <MenuItem icon={<Trash2 aria-hidden="true" />} danger onClick={() => void remove()}>
          {t("delete")}
        </MenuItem>
      </Menu>
    </>
  );
}
