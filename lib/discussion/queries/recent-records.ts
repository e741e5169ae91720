import "server-only";
import { read } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { localName } from "@/lib/shared/local-name";
import { type RecordRef, recordHref } from "@/lib/shared/record";
import { recordInput } from "../schema";
import { titlesOf } from "../sql/titles";

export type RecentHit = { kind: "recent"; value: string; label: string; href: string };

/** `kind:id` texts as records; what is none is left out. */
function recordsIn(texts: readonly string[]): RecordRef[] {
  return texts.slice(0, 10).flatMap((text) => {
    const [kind, id] = text.split(":");
    const record = recordInput.safeParse({ kind, id });
    return record.success ? [record.data] : [];
  });
}

/** Records a person visited lately, as far as they still may see them. */
export async function recentRecords(
  scope: Scope,
  visited: readonly string[],
  locale: string,
): Promise<RecentHit[]> {
  const found = await read(scope, (tx) => titlesOf(tx, recordsIn(visited)));
  return found.map((record) => ({
    kind: "recent",
    value: `${record.kind}:${record.id}`,
    label: localName(record, locale),
    href: recordHref(record),
  }));
}
