import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { byMonth, type MarketNote } from "@/lib/market/domain/note";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";
import { ImpactTag } from "./note-tags";
import { noteWords } from "./note-words";

/** Market notes month by month, the latest first. */
export async function NoteTimeline({ notes, f }: { notes: readonly MarketNote[]; f: Formatter }) {
  const [t, words, locale] = await Promise.all([
    getTranslations("market"),
    noteWords(),
    getLocale(),
  ]);
  if (notes.length === 0) return <p className="text-muted text-sm">{t("none")}</p>;
  return (
    <div className="grid gap-5">
      {byMonth(notes).map(({ month, notes: members }) => (
        <section key={month}>
          <h3 className="mb-2 font-semibold text-ink2 text-sm">{f.month(month)}</h3>
          <ol className="grid gap-3.5 border-line border-l pl-4">
            {members.map((note) => (
              <li key={note.id} className="relative">
                <span
                  aria-hidden="true"
                  className="absolute top-1.5 -left-[1.34rem] size-2.5 rounded-full border-2 border-surface bg-edge"
                />
                <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
                  <Link href={`/market/${note.id}`} className="link font-medium">
                    {note.title}
                  </Link>
                  <ImpactTag impact={note.impact} />
                </p>
                {note.text ? (
                  <p className="line-clamp-2 text-ink2 text-sm [overflow-wrap:anywhere]">
                    {note.text}
                  </p>
                ) : null}
                <p className="text-muted text-xs">
                  {[
                    f.date(note.happenedOn),
                    words.kind(note.kind),
                    note.competitor && localName(note.competitor, locale),
                    note.region && localName(note.region, locale),
                    words.credibility(note.credibility),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </p>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
