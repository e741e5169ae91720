import "server-only";
import { read } from "@/lib/platform/db/access";
import { namesOf } from "@/lib/platform/db/named";
import type { Scope } from "@/lib/platform/scope";
import { organisation } from "../data/organisation";
import {
  aboutInEntry,
  type FieldChange,
  factsInEntry,
  fieldChanges,
  idsInChanges,
  nameInEntry,
} from "../domain/audit-change";
import type { AuditParams } from "../schema";
import { type AuditRow, auditList, auditPeople } from "../sql/audit-list";

export type AuditEntry = Omit<AuditRow, "before" | "after"> & {
  changes: FieldChange[];
  /** What the record is called, from the entry itself. */
  named: { name: string; nameEn: string | null } | null;
  /** Ids of what the record refers to, where it has no name. */
  about: string[];
  /** What tells the record from others of its name, or without one: which KPI, which day. */
  facts: { field: string; value: unknown }[];
};

function toEntry({ before, after, ...row }: AuditRow): AuditEntry {
  const named = nameInEntry(before, after);
  return {
    ...row,
    named,
    changes: fieldChanges(before, after),
    about: named ? [] : aboutInEntry(before, after),
    facts: factsInEntry(before, after).filter(({ field }) => !named || field === "day"),
  };
}

/** One page of the audit log with the names of what the ids in it stand for; for admins. */
export function auditPage(scope: Scope, params: AuditParams) {
  return read(scope, async (tx) => {
    const { timeZone } = await organisation(tx);
    const { rows, ...more } = await auditList(tx, params, timeZone);
    const entries = rows.map(toEntry);
    const ids = entries.flatMap(({ changes, about }) => [...about, ...idsInChanges(changes)]);
    return {
      ...more,
      entries,
      names: await namesOf(tx, [...new Set(ids)]),
      people: await auditPeople(tx),
    };
  });
}
export type AuditPage = Awaited<ReturnType<typeof auditPage>>;
