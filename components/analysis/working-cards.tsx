import { useTranslations } from "next-intl";
import { exactText } from "@/components/figures/figure-text";
import { Card } from "@/components/ui/card";
import { Figure } from "@/components/ui/figure";
import { KeyValueList } from "@/components/ui/key-value-list";
import { LinkButton } from "@/components/ui/link-button";
import type { Opens, Working, WorkingLine, WorkingPart } from "@/lib/analysis/domain/working";
import { dealListHref } from "@/lib/deals/schema";
import { figureHref } from "@/lib/figures/domain/figure-link";
import type { Formatter } from "@/lib/platform/i18n/format";
import { useWorkingText } from "./working-text";

type Props = {
  working: Working;
  /** Address of another figure of the same page, and of another page of the parts. */
  opens: (at: string) => string;
  pageAt: (page: number) => string;
  f: Formatter;
};

/** Each figure with the parts it comes from; a part leads to its own page or its records. */
export function WorkingCards({ working, opens, pageAt, f }: Props) {
  return (
    <div className="columns-2 gap-3.5 phone:columns-1">
      {working.lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the figures of a working have a fixed order
        <div key={index} className="mb-3.5 break-inside-avoid-column">
          <LineCard {...{ line, opens, f }} pages={line.more && working.pages} pageAt={pageAt} />
        </div>
      ))}
    </div>
  );
}

function LineCard({
  line,
  opens,
  pages,
  pageAt,
  f,
}: { line: WorkingLine; pages: Working["pages"] } & Omit<Props, "working">) {
  const t = useTranslations("analysis.working");
  const text = useWorkingText(f);
  const more = line.more && line.more.count > 0 ? line.more : null;
  const parts = line.how === "count" && pages ? [] : line.parts;
  return (
    <Card
      title={
        <>
          {text(line.label)}{" "}
          <data value={line.value ?? ""} className="tabular-nums">
            {exactText(f, line.unit, line.value)}
          </data>
        </>
      }
      sub={parts.length > 0 || line.how === "count" ? t(`how.${line.how}`) : null}
      actions={pages && line.how === "sum" ? <Pages pages={pages} pageAt={pageAt} /> : null}
    >
      <KeyValueList
        items={[
          ...parts.map((part) => ({
            label: text(part.label),
            value: <Part part={part} name={text(part.label)} opens={opens} f={f} />,
          })),
          ...(more && line.how === "sum"
            ? [
                {
                  label: t("more", { count: f.number(more.count) }),
                  value: <data value={more.sum}>{exactText(f, line.unit, more.sum)}</data>,
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

function Part({
  part: { value, unit, opens: to },
  name,
  opens,
  f,
}: {
  part: WorkingPart;
  name: string;
} & Pick<Props, "opens" | "f">) {
  const shown = exactText(f, unit, value);
  return (
    <data value={value ?? ""}>
      <Figure label={name} value={shown} href={to && hrefOf(to, opens)} />
    </data>
  );
}

function hrefOf(to: Opens, opens: Props["opens"]): string {
  if ("figure" in to) return figureHref(to.figure);
  return "at" in to ? opens(to.at) : dealListHref(to.deals as Parameters<typeof dealListHref>[0]);
}

function Pages({
  pages: { page, pages },
  pageAt,
}: {
  pages: { page: number; pages: number };
  pageAt: Props["pageAt"];
}) {
  const t = useTranslations("common");
  return (
    <>
      {page > 1 ? (
        <LinkButton size="sm" href={pageAt(page - 1)}>
          {t("previousPage")}
        </LinkButton>
      ) : null}
      {page < pages ? (
        <LinkButton size="sm" href={pageAt(page + 1)}>
          {t("nextPage")}
        </LinkButton>
      ) : null}
    </>
  );
}
