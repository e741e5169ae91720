import { useTranslations } from "next-intl";
import { SimpleTable } from "@/components/tables/simple-table";
import type { Formatter } from "@/lib/platform/i18n/format";
import { RevokeToken } from "./profile-commands";

type TokenLine = {
  id: string;
  name: string;
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
};

/** A person's living tokens. */
export function TokensTable({
  tokens,
  format,
}: {
  tokens: readonly TokenLine[];
  format: Formatter;
}) {
  const t = useTranslations("people.profile");
  return (
    <SimpleTable
      caption={t("tokens")}
      columns={[
        { id: "name", label: t("tokenName") },
        { id: "created", label: t("created"), nowrap: true },
        { id: "lastUsed", label: t("lastUsed"), nowrap: true },
        { id: "ends", label: t("ends"), nowrap: true },
        { id: "revoke", label: t("revoke"), hideLabel: true, align: "right" },
      ]}
      rows={tokens.map((token) => ({
        id: token.id,
        cells: {
          name: token.name,
          created: format.dateTime(token.createdAt),
          lastUsed: token.lastUsedAt ? format.dateTime(token.lastUsedAt) : t("never"),
          ends: token.expiresAt ? format.dateTime(token.expiresAt) : t("noEnd"),
          revoke: <RevokeToken id={token.id} name={token.name} />,
        },
      }))}
      empty={<p className="px-4 pb-4 text-muted text-sm">{t("noTokens")}</p>}
    />
  );
}
