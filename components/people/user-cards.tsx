import { useLocale, useTranslations } from "next-intl";
import { CardGrid } from "@/components/layout/card-grid";
import { Card } from "@/components/ui/card";
import type { AssignmentRecord } from "@/lib/people/domain/assignment";
import type { UserView } from "@/lib/people/domain/user-view";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";
import { AccountHistory } from "./account-history";
import { StretchTable } from "./history-tables";
import { ManagementForm, MembershipForm } from "./membership-form";
import { unitOptions } from "./options";
import { StopManaging } from "./stop-managing";
import { UserForm } from "./user-form";

/** The cards of one person's page: account, unit, units run, history. */
export function UserCards({ page, format }: { page: UserView; format: Formatter }) {
  const t = useTranslations("people");
  const locale = useLocale();
  const { user, today } = page;
  const units = unitOptions(page.units, locale);
  const nameOf = (a: AssignmentRecord) =>
    localName({ name: a.unitName, nameEn: a.unitNameEn }, locale);
  return (
    <>
      <CardGrid columns="halves">
        <Card title={t("users.account")} sub={t("users.accountSub")}>
          <UserForm user={user} />
        </Card>
        <div className="grid content-start gap-3.5">
          <Card title={t("users.membership")} sub={t("users.membershipSub")}>
            <MembershipForm
              id={user.id}
              units={units}
              today={today}
              unitId={page.unit?.unitId ?? null}
            />
          </Card>
          <Card title={t("users.management")} sub={t("users.managementSub")}>
            {page.managed.length === 0 ? (
              <p className="text-muted text-sm">{t("users.managesNothing")}</p>
            ) : null}
            <ul className="mb-3 grid">
              {page.managed.map((a) => (
                <li key={a.id} className="flex items-center justify-between gap-3 text-sm">
                  {nameOf(a)}
                  <StopManaging id={user.id} unitId={a.unitId} unitName={nameOf(a)} today={today} />
                </li>
              ))}
            </ul>
            {user.role === "rep" ? (
              <p className="text-muted text-sm">{t("users.repCannotManage")}</p>
            ) : (
              <ManagementForm id={user.id} units={units} today={today} />
            )}
          </Card>
        </div>
      </CardGrid>
      <CardGrid columns="halves">
        <Card title={t("users.history")} sub={t("users.historyUnits")} flush>
          <StretchTable
            caption={t("users.historyUnits")}
            whatLabel={t("fields.unit")}
            format={format}
            stretches={page.assignments.map((a) => ({
              id: a.id,
              what: nameOf(a),
              kind: t(`kinds.${a.kind}`),
              from: a.from,
              to: a.to,
            }))}
          />
        </Card>
        <Card title={t("users.history")} sub={t("users.historyAccount")} flush>
          <AccountHistory changes={page.changes} format={format} />
        </Card>
      </CardGrid>
    </>
  );
}
