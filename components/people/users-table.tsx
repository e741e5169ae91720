import { UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { DataTable } from "@/components/tables/data-table";
import { FilterBar, SearchBox, SelectFilter } from "@/components/tables/filters";
import type { TableColumn } from "@/components/tables/table-types";
import { EmptyState } from "@/components/ui/empty-state";
import { USER_COLUMNS, type UserListParams } from "@/lib/people/schema";
import { ROLES, type Role } from "@/lib/shared/role";
import { ResetRequestedTag, StatusTag } from "./status-tag";

export type UserLine = {
  id: string;
  name: string;
  email: string | null;
  role: Role;
  status: "invited" | "active" | "disabled";
  unit: string | null;
  manages: string;
  lastSignIn: string | null;
  resetRequested: boolean;
};

const STATUSES = ["active", "invited", "disabled", "resetRequested"] as const;

function useColumns(): TableColumn[] {
  const t = useTranslations("people.fields");
  const columns = [...USER_COLUMNS.slice(0, 5), "manages", "lastSignIn"] as const;
  return columns.map((id) => ({
    id,
    label: t(id),
    sortable: id !== "manages",
    hideable: id !== "name",
    descFirst: id === "lastSignIn",
    nowrap: id === "name" || id === "lastSignIn",
  }));
}

/** The list of people with search, filters, sort and pages in the address. */
export function UsersTable({
  lines,
  total,
  params,
  units,
}: {
  lines: readonly UserLine[];
  total: number;
  params: UserListParams;
  units: readonly { value: string; label: string }[];
}) {
  const t = useTranslations("people");
  const columns = useColumns();
  const toolbar = (
    <FilterBar>
      <SearchBox label={t("users.search")} />
      <SelectFilter
        param="role"
        label={t("fields.role")}
        options={ROLES.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
      />
      <SelectFilter
        param="status"
        label={t("fields.status")}
        options={STATUSES.map((status) => ({ value: status, label: t(`statuses.${status}`) }))}
      />
      <SelectFilter param="unit" label={t("fields.unit")} options={units} />
    </FilterBar>
  );
  return (
    <DataTable
      id="users"
      caption={t("users.title")}
      columns={columns}
      rows={lines.map((line) => ({
        id: line.id,
        label: line.name,
        href: `/settings/users/${line.id}`,
        cells: {
          name: line.name,
          email: line.email ?? "—",
          role: t(`roles.${line.role}`),
          status: (
            <span className="inline-flex flex-wrap gap-1">
              <StatusTag key="status" status={line.status} />
              {line.resetRequested ? <ResetRequestedTag key="reset" /> : null}
            </span>
          ),
          unit: line.unit ?? "—",
          manages: line.manages || "—",
          lastSignIn: line.lastSignIn ?? t("users.never"),
        },
      }))}
      total={total}
      page={params.page}
      pageSize={params.size}
      sort={params.sort ?? "name"}
      toolbar={toolbar}
      phone="cards"
      empty={
        <EmptyState icon={<UserRound />} title={t("users.empty")}>
          {t("users.emptyHint")}
        </EmptyState>
      }
    />
  );
}
