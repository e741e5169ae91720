import { getTranslations } from "next-intl/server";
import type { NoteWords } from "@/lib/market/domain/note-fields";

/** The words for what a market note says, in the reader's language. */
export async function noteWords(): Promise<NoteWords> {
  const t = await getTranslations("marketForm");
  return {
    kind: (kind) => t(`kinds.${kind}`),
    impact: (impact) => t(`impacts.${impact}`),
    credibility: (credibility) => t(`credibilities.${credibility}`),
  };
}
