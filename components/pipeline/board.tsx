"use client";
import { useLocale, useTranslations } from "next-intl";
import { useOptimistic, useRef, useState, useTransition } from "react";
import { useCommand } from "@/components/forms/use-command";
import { cx } from "@/components/ui/cx";
import { Select } from "@/components/ui/select";
import { type BoardColumn, moved, neighbour } from "@/lib/deals/domain/board";
import { moveDeal } from "@/lib/pipeline/actions/stages";
import type { DealChoices } from "@/lib/pipeline/domain/choices";
import { createFormatter } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locales";
import { localName } from "@/lib/shared/local-name";
import { BoardCard, type WritableCard } from "./board-card";
import { ColumnHead } from "./column-head";
import { LoseDialog } from "./lose-dialog";
import { WinDialog } from "./win-dialog";

type BoardProps = {
  columns: readonly BoardColumn[];
  cards: readonly WritableCard[];
  choices: Pick<DealChoices, "today" | "reasons" | "competitors">;
  /** Base currency. */
  currency: string;
  /** Cards say whose they are. */
  team: boolean;
  /** The list of all deals of a column, by stage id. */
  hrefs: Readonly<Record<string, string>>;
};

type Move = { card: WritableCard; to: string };

/** Deals by stage; on phones one stage at a time. */
export function Board({ columns, cards, choices, currency, team, hrefs }: BoardProps) {
  const t = useTranslations("pipeline");
  const locale = useLocale() as Locale;
  const f = createFormatter({ locale, currency });
  const run = useCommand();
  const [, startTransition] = useTransition();
  const [shown, show] = useOptimistic(
    { columns, cards },
    (
      now,
      { card, to }: Move,
    ): { columns: readonly BoardColumn[]; cards: readonly WritableCard[] } => ({
      columns: moved(now.columns, card, to),
      cards: now.cards.map((one) => (one.id === card.id ? { ...one, stageId: to } : one)),
    }),
  );
  const dragged = useRef<WritableCard | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const [picked, setPicked] = useState(columns[0]?.id ?? "");
  const [closing, setClosing] = useState<Move | null>(null);
  const kindOf = (id: string | undefined) => columns.find((column) => column.id === id)?.kind;

  function move(card: WritableCard, to: string | undefined) {
    if (to === undefined || to === card.stageId || !card.writable) return;
    if (kindOf(to) !== "open") return setClosing({ card, to });
    startTransition(async () => {
      show({ card, to });
      await run(moveDeal({ id: card.id, version: card.version, stageId: to }), t("moved"));
    });
  }
  function drop(to: string) {
    setOver(null);
    if (dragged.current) move(dragged.current, to);
    dragged.current = null;
  }
  const close = (open: boolean) => open || setClosing(null);
  const deal = closing && {
    ...{ id: closing.card.id, version: closing.card.version, title: closing.card.title },
    ...{ currency: closing.card.currency, lines: closing.card.lines },
    ...{ closedOn: null, entered: closing.card.entered },
    amount: closing.card.linesAmount ?? closing.card.expectedAmount,
  };
  return (
    <>
      <Select
        aria-label={t("stageBar")}
        className="mb-3 w-full shell:hidden"
        value={picked}
        onValueChange={setPicked}
        options={shown.columns.map((column) => ({
          value: column.id,
          label: `${localName(column, locale)} (${column.count})`,
        }))}
      />
      <div className="flex gap-2.5 overflow-x-auto pb-2">
        {shown.columns.map((column) => {
          const own = shown.cards.filter((card) => card.stageId === column.id);
          return (
            <section
              key={column.id}
              aria-label={localName(column, locale)}
              onDragOver={(event) => {
                event.preventDefault();
                setOver(column.id);
              }}
              onDragLeave={() => setOver((now) => (now === column.id ? null : now))}
              onDrop={() => drop(column.id)}
              className={cx(
                "min-w-44 flex-1 phone:min-w-full rounded-card border bg-sunken p-2",
                over === column.id ? "border-accent" : "border-line",
                column.id === picked ? null : "phone:hidden",
              )}
            >
              <ColumnHead column={column} f={f} />
              <ul className="grid max-h-[65vh] content-start gap-2 overflow-y-auto phone:max-h-none">
                {own.map((card) => (
                  <BoardCard
                    key={card.id}
                    card={card}
                    columns={columns}
                    today={choices.today}
                    team={team}
                    f={f}
                    onMove={(to) => move(card, to)}
                    onStep={(by) => move(card, neighbour(columns, card.stageId, by))}
                    onDrag={(one) => {
                      dragged.current = one;
                    }}
                  />
                ))}
              </ul>
              {column.count > own.length ? (
                <a className="link mt-2 block text-sm" href={hrefs[column.id]}>
                  {t("board.all", { count: column.count })}
                </a>
              ) : null}
            </section>
          );
        })}
      </div>
      {deal ? (
        <>
          <WinDialog
            deal={deal}
            today={choices.today}
            stageId={closing.to}
            open={kindOf(closing.to) === "won"}
            onOpenChange={close}
          />
          <LoseDialog
            deal={deal}
            choices={choices}
            stageId={closing.to}
            open={kindOf(closing.to) === "lost"}
            onOpenChange={close}
          />
        </>
      ) : null}
    </>
  );
}
