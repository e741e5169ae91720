import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { CardGrid } from "@/components/layout/card-grid";
import { Card } from "@/components/ui/card";
import type { AssignmentRecord } from "@/lib/people/domain/assignment";
import type { UnitView } from "@/lib/people/domain/unit-view";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";
import { StretchTable } from "./history-tables";
import { personOptions, unitOptions } from "./options";
import { MoveUnitForm, UnitManagerForm, UnitNamesForm } from "./unit-forms";

/** The cards of one unit's page: names, place, manager, people, history. */
export function UnitCards({ page, format }: { page: UnitView; format: Formatter }) {
  const t = useTranslations("people");
  const locale = useLocale();
  const { unit, today } = page;
  const person = (a: AssignmentRecord) => (
    <Link className="text-accent hover:underline" href={`/settings/users/${a.userId}`}>
      {localName({ name: a.userName, nameEn: a.userNameEn }, locale)}
    </Link>
  );
  return (
    <>
      <CardGrid columns="halves">
        <div className="grid content-start gap-3.5">
          <Card title={t("units.names")}>
            <UnitNamesForm unit={unit} />
          </Card>
          <Card title={t("units.place")} sub={t("units.placeSub")}>
            <Place page={page} />
          </Card>
        </div>
        <div className="grid content-start gap-3.5">
          <Card title={t("units.manager")} sub={t("units.managerSub")}>
            <UnitManagerForm
              id={unit.id}
              userId={page.manager?.userId ?? null}
              people={personOptions(page.managers, locale)}
              today={today}
            />
          </Card>
          <Card title={t("units.members")}>
            {page.members.length === 0 ? (
              <p className="text-muted text-sm">{t("units.noMembers")}</p>
            ) : (
              <ul className="flex flex-wrap gap-x-4 gap-y-1.5 text-sm">
                {page.members.map((a) => (
                  <li key={a.id}>{person(a)}</li>
                ))}
              </ul>
            )}
          </Card>
        </div>
      </CardGrid>
      <CardGrid columns="halves">
        <Card title={t("units.history")} sub={t("units.historyPlace")} flush>
          <StretchTable
            caption={t("units.historyPlace")}
            whatLabel={t("fields.parent")}
            format={format}
            stretches={page.edges.map((edge) => ({
              ...edge,
              what: localName({ name: edge.parentName, nameEn: edge.parentNameEn }, locale),
            }))}
          />
        </Card>
        <Card title={t("units.history")} sub={t("units.historyPeople")} flush>
          <StretchTable
            caption={t("units.historyPeople")}
            whatLabel={t("fields.name")}
            format={format}
            stretches={page.assignments.map((a) => ({
              id: a.id,
              what: person(a),
              kind: t(`kinds.${a.kind}`),
              from: a.from,
              to: a.to,
            }))}
          />
        </Card>
      </CardGrid>
    </>
  );
}

function Place({ page }: { page: UnitView }) {
  const t = useTranslations("people.units");
  const locale = useLocale();
  const { unit, parents } = page;
  if (unit.type === "company") return <p className="text-muted text-sm">{t("top")}</p>;
  if (parents.length === 0) return <p className="text-muted text-sm">{t("noParents")}</p>;
  return (
    <MoveUnitForm
      id={unit.id}
      parentId={page.parentId}
      parents={unitOptions(parents, locale)}
      today={page.today}
    />
  );
}
