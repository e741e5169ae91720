import { Tag } from "@/components/ui/tag";
import type { StageKind } from "@/lib/deals/domain/deal";

const STATUS = { open: "neutral", won: "good", lost: "bad" } as const;

/** A stage; won and lost ones carry their mark. */
export function StageTag({ kind, children }: { kind: StageKind; children: string }) {
  return <Tag status={STATUS[kind]}>{children}</Tag>;
}
