import type { ReactNode } from "react";
import { SimpleTable } from "@/components/tables/simple-table";
import type { TableColumn, TableRow } from "@/components/tables/table-types";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";

type RelatedListProps = {
  title: string;
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
  totals?: Record<string, ReactNode>;
  /** Said where there are none. */
  empty: string;
  /** The whole list, filtered alike. */
  all: { href: string; label: string };
};

/** The latest records that belong to the page's record, with the way to all of them. */
export function RelatedList({ title, columns, rows, totals, empty, all }: RelatedListProps) {
  return (
    <Card
      flush
      title={title}
      actions={
        rows.length > 0 ? (
          <LinkButton href={all.href} variant="ghost" size="sm">
            {all.label}
          </LinkButton>
        ) : null
      }
    >
      <SimpleTable
        caption={title}
        columns={columns}
        rows={rows}
        totals={totals}
        empty={<p className="px-4 pt-1 pb-4 text-muted text-sm">{empty}</p>}
      />
    </Card>
  );
}
