import { useLocale, useTranslations } from "next-intl";
import { SearchBox, SelectFilter } from "@/components/tables/filters";
import { DateRangeFilter } from "@/components/tables/more-filters";
import { AUDIT_ACTIONS, AUDIT_SUBJECTS } from "@/lib/settings/schema";
import { localName } from "@/lib/shared/local-name";
import type { Reference } from "@/lib/shared/named";

/** Who, what, when and which record; all in the address. */
export function AuditFilters({ people }: { people: readonly Reference[] }) {
  const t = useTranslations("settings.audit");
  const locale = useLocale();
  return (
    <div className="flex flex-wrap items-end gap-2">
      <SelectFilter
        param="who"
        label={t("who")}
        options={[
          { value: "system", label: t("system") },
          ...people.map((person) => ({ value: person.id, label: localName(person, locale) })),
        ]}
      />
      <SelectFilter
        param="action"
        label={t("action")}
        options={AUDIT_ACTIONS.map((action) => ({ value: action, label: t(`actions.${action}`) }))}
      />
      <SelectFilter
        param="subject"
        label={t("subject")}
        options={AUDIT_SUBJECTS.map((one) => ({ value: one, label: t(`subjects.${one}`) }))}
      />
      <SearchBox param="record" label={t("record")} />
      <DateRangeFilter fromLabel={t("from")} toLabel={t("to")} />
    </div>
  );
}
