import { Prisma } from "@/lib/platform/db/generated/client";
import type { Column } from "./apply-records";
import { given, meant, type Stage } from "./stage";

/** A column filled from a field; only fields the mapping names are written. */
export type FieldColumn = { field: string; name: string; type: string };

/** Columns for the mapped fields among those given; reference fields give the record meant. */
export function mappedColumns(stage: Stage, columns: readonly FieldColumn[]): Column[] {
  return columns
    .filter(({ field }) => stage.fields.includes(field))
    .map(({ field, name, type }) => ({
      name,
      type,
      value: type === "uuid" ? meant(field) : given(field),
    }));
}

/** Source and id in the source: what makes a second run find the record again. */
export function sourceColumns(source: string): Column[] {
  return [
    { name: "source", type: "text", value: Prisma.sql`${source}` },
    { name: "external_id", type: "text", value: Prisma.sql`s.external_id` },
  ];
}

/** The SQL of a field when mapped, else of the alternative. */
export function mapped(stage: Stage, field: string, otherwise: Prisma.Sql): Prisma.Sql {
  return stage.fields.includes(field) ? given(field) : otherwise;
}
