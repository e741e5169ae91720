import { useLocale, useTranslations } from "next-intl";
import { DASH, type Formatter } from "@/lib/platform/i18n/format";
import { isUuid } from "@/lib/settings/domain/audit-change";
import { isBusinessDate } from "@/lib/shared/business-date";
import { localName } from "@/lib/shared/local-name";
import type { Named } from "@/lib/shared/named";

/** Fields whose values are words of ours. */
const WORDS = new Set([
  "kpi",
  "kind",
  "role",
  "status",
  "type",
  "rise_colour",
  "locale",
  "theme",
  "channel",
  "severity",
  "impact",
  "credibility",
  "decision_role",
  "drivers",
  "motive",
  "decision_stage",
]);
const SHARES = new Set(["probability", "pace_on_from", "pace_caution_from", "score_cap"]);
/** Numbers that are names: written without grouping. */
const PLAIN = new Set(["founded_year", "fiscal_year_start_month"]);
/** How the database writes "always" and "until further notice". */
const OPEN_ENDS = new Set(["1900-01-01", "9999-12-31"]);
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

type Names = ReadonlyMap<string, Named>;

/** How the audit log says subjects, fields and values; what has no word of ours stays as it is. */
export function useAuditWords(names: Names, format: Formatter) {
  const t = useTranslations("settings.audit");
  const locale = useLocale();
  const word = (group: "subjects" | "fields" | "values", name: string): string => {
    const key = `${group}.${name}` as Parameters<typeof t.has>[0];
    return /^\w+$/.test(name) && t.has(key) ? t(key as never) : name;
  };
  const idText = (id: string) => {
    const named = names.get(id);
    return named ? localName(named, locale) : `${id.slice(0, 8)}…`;
  };
  function numberText(field: string, value: number): string {
    if (SHARES.has(field)) return format.percent(value, 2);
    return PLAIN.has(field) ? String(value) : format.number(value, 8);
  }
  function stringText(field: string, value: string): string {
    if (isUuid(value)) return idText(value);
    if (isBusinessDate(value)) return OPEN_ENDS.has(value) ? DASH : format.dateShort(value);
    if (INSTANT.test(value)) return format.dateTime(new Date(value));
    return WORDS.has(field) ? word("values", value) : value;
  }
  function valueText(field: string, value: unknown): string {
    if (value === null || value === undefined || value === "") return DASH;
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    if (typeof value === "number") return numberText(field, value);
    if (typeof value === "string") return stringText(field, value);
    if (Array.isArray(value)) return value.map((one) => valueText(field, one)).join(", ");
    return Object.entries(value)
      .map(([key, one]) => `${word("fields", key)} ${valueText(key, one)}`)
      .join(", ");
  }
  return {
    subject: (name: string) => word("subjects", name),
    field: (name: string) => word("fields", name),
    valueText,
    idText,
    named: (named: Named) => localName(named, locale),
  };
}
export type AuditWords = ReturnType<typeof useAuditWords>;

/** Why the system acted, as `system()` is told in code, and the word for it; what people wrote stays. */
const NOTES = {
  "edit one's own name": "ownName",
  "change one's own password": "ownPassword",
  "create a personal token": "token",
  "accept an invitation": "invitation",
  "reset a password": "reset",
  "password was reset": "reset",
  "ask for a password reset": "resetAsked",
  "sign in": "signIn",
  "sign-in succeeded": "signIn",
  "single sign-on": "singleSignOn",
  "sign out everywhere": "signOut",
  "disable a person": "disabled",
  "an address changed": "address",
  import: "import",
  undo: "undo",
  merge: "merge",
  "create a user from the command line": "commandUser",
  "create a token from the command line": "commandToken",
} as const;

/** The key under `settings.audit.notes` for a reason of the system, or null for any other text. */
export function noteKey(note: string): (typeof NOTES)[keyof typeof NOTES] | null {
  return Object.hasOwn(NOTES, note) ? NOTES[note as keyof typeof NOTES] : null;
}
