import { getLocale, getTranslations } from "next-intl/server";
import type { HistoryEntry, StageKind } from "@/lib/deals/domain/deal";
import type { ChangedField, DealChange } from "@/lib/deals/domain/deal-changes";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";

type TimelineProps = { changes: readonly DealChange<HistoryEntry>[]; f: Formatter };

const DOT: Record<StageKind, string> = { open: "bg-edge", won: "bg-good", lost: "bg-bad" };

/** How a deal came to be what it is, the latest first: one line for each thing that changed. */
export async function DealTimeline({ changes, f }: TimelineProps) {
  const [t, locale] = await Promise.all([getTranslations("deals.change"), getLocale()]);
  const shown = (entry: HistoryEntry, field: ChangedField): string =>
    ({
      stage: () => localName(entry.stage, locale),
      amount: () => f.moneyFull(entry.expectedBaseAmount),
      expectedClose: () => f.date(entry.expectedCloseOn),
      owner: () => localName(entry.owner, locale),
      unit: () => localName(entry.unit, locale),
    })[field]();
  const lines = ({ at, before, fields }: DealChange<HistoryEntry>): string[] =>
    before === null
      ? [t("created", { stage: localName(at.stage, locale) })]
      : fields.map((field) => t(field, { from: shown(before, field), to: shown(at, field) }));
  return (
    <ol className="relative ml-1 grid gap-3.5 border-line border-l pl-4">
      {changes.map((change) => (
        <li key={change.at.id} className="relative">
          <span
            aria-hidden="true"
            className={`absolute top-1.5 -left-[1.34rem] size-2.5 rounded-full border-2 border-surface ${DOT[change.at.stage.kind]}`}
          />
          {lines(change).map((line) => (
            <p key={line}>{line}</p>
          ))}
          <p className="text-muted text-xs">
            <time dateTime={change.at.changedOn}>{f.date(change.at.changedOn)}</time>
            {change.at.changedBy
              ? ` · ${t("by", { name: localName(change.at.changedBy, locale) })}`
              : null}
          </p>
        </li>
      ))}
    </ol>
  );
}
