import { getTranslations } from "next-intl/server";
import type { FindingWords } from "@/lib/findings/domain/finding-fields";

/** The words for what a finding is, in the reader's language. */
export async function findingWords(): Promise<FindingWords> {
  const t = await getTranslations("findings");
  return { kind: (kind) => t(`kinds.${kind}`), status: (status) => t(`statuses.${status}`) };
}
