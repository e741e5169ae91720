import { useLocale, useTranslations } from "next-intl";
import { SimpleTable } from "@/components/tables/simple-table";
import type { AccountChange } from "@/lib/people/domain/user-view";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";
import { ROLES } from "@/lib/shared/role";

const STATUSES = ["invited", "active", "disabled"] as const;

/** Changes of role and status: when, what, by whom. */
export function AccountHistory({
  changes,
  format,
}: {
  changes: readonly AccountChange[];
  format: Formatter;
}) {
  const t = useTranslations("people");
  const locale = useLocale();
  const word = (value: string) => {
    const role = ROLES.find((one) => one === value);
    const status = STATUSES.find((one) => one === value);
    return role ? t(`roles.${role}`) : status ? t(`statuses.${status}`) : value;
  };
  const by = ({ byName, byNameEn }: AccountChange) =>
    byName ? localName({ name: byName, nameEn: byNameEn }, locale) : t("users.system");
  return (
    <SimpleTable
      caption={t("users.historyAccount")}
      columns={[
        { id: "when", label: t("users.when"), nowrap: true },
        { id: "what", label: t("users.what") },
        { id: "who", label: t("users.who") },
      ]}
      rows={changes.map((change) => ({
        id: `${change.at.toISOString()} ${change.after}`,
        cells: {
          when: format.dateTime(change.at),
          what: `${word(change.before)} → ${word(change.after)}`,
          who: by(change),
        },
      }))}
      empty={<p className="px-4 pb-4 text-muted text-sm">{t("users.noHistory")}</p>}
    />
  );
}
