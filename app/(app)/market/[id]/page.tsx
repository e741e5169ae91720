import { ExternalLink } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { Attachments } from "@/components/attachments/attachments";
import { Discussion } from "@/components/discussion/discussion";
import { EditHere } from "@/components/forms/edit-here";
import { CardGrid } from "@/components/layout/card-grid";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { DeleteNote } from "@/components/market/delete-note";
import { EditNoteForm } from "@/components/market/note-form";
import { ImpactTag } from "@/components/market/note-tags";
import { noteWords } from "@/components/market/note-words";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Card } from "@/components/ui/card";
import { KeyValueList } from "@/components/ui/key-value-list";
import { attachmentsOf } from "@/lib/attachments/queries/attachments";
import { discussionOf } from "@/lib/discussion/queries/discussion";
import { noteDetail } from "@/lib/market/queries";
import { currentScope } from "@/lib/platform/auth/session";
import { DASH } from "@/lib/platform/i18n/format";
import { orNotFound } from "@/lib/platform/not-found";
import { pageFormatter } from "@/lib/settings/queries/page-formatter";
import type { SearchParams } from "@/lib/shared/list-params";
import { localName } from "@/lib/shared/local-name";
import type { Named } from "@/lib/shared/named";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

/** Read once for the title and the page. */
const load = cache(async (id: string) => orNotFound(noteDetail(await currentScope(), id)));

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  return { title: (await load((await params).id)).note.title };
}

export default async function NotePage({ params, searchParams }: Props) {
  const [page, t, common, words, locale, f] = await Promise.all([
    load((await params).id),
    getTranslations("market"),
    getTranslations("common"),
    noteWords(),
    getLocale(),
    pageFormatter(),
  ]);
  const { note, writable } = page;
  const scope = await currentScope();
  const record = { kind: "market_note", id: note.id } as const;
  const all = (await searchParams).comments === "all";
  const [talk, files] = await Promise.all([
    discussionOf(scope, record, { all }),
    attachmentsOf(scope, record),
  ]);
  const { competitor, product, sourceUrl } = note;
  const name = (named: Named | null) => (named ? localName(named, locale) : DASH);
  const options = (all: typeof page.units) =>
    all.map((one) => ({ value: one.id, label: localName(one, locale) }));
  const facts = [
    { label: t("columns.kind"), value: words.kind(note.kind) },
    { label: t("columns.happenedOn"), value: f.date(note.happenedOn) },
    {
      label: t("columns.competitor"),
      value: competitor ? (
        <Link className="link" href={`/market/competitors/${competitor.id}`}>
          {name(competitor)}
        </Link>
      ) : (
        DASH
      ),
    },
    { label: t("columns.product"), value: name(product) },
    { label: t("columns.region"), value: name(note.region) },
    { label: t("columns.price"), value: f.moneyFull(note.price, note.currency ?? undefined) },
    { label: t("columns.credibility"), value: words.credibility(note.credibility) },
    {
      label: t("columns.sourceUrl"),
      value: sourceUrl ? (
        <a className="link" href={sourceUrl} target="_blank" rel="noopener noreferrer nofollow">
          {new URL(sourceUrl).hostname}
          <ExternalLink className="ml-1 inline size-3.5" aria-hidden="true" />
        </a>
      ) : (
        DASH
      ),
    },
    { label: t("columns.author"), value: name(note.author) },
  ];
  return (
    <ClientMessages namespaces={["marketForm"]}>
      <PageHeader
        breadcrumb={
          <Breadcrumb
            label={common("breadcrumb")}
            items={[{ label: t("title"), href: "/market" }, { label: note.title }]}
          />
        }
        title={note.title}
        tag={<ImpactTag impact={note.impact} />}
        actions={
          writable ? (
            <>
              <EditHere form="edit" />
              <DeleteNote id={note.id} />
            </>
          ) : null
        }
      />
      <CardGrid columns="wide-narrow">
        <div className="grid content-start gap-3.5">
          <Card title={t("columns.text")}>
            <p className="whitespace-pre-line [overflow-wrap:anywhere]">{note.text ?? DASH}</p>
          </Card>
          {writable ? (
            <Card id="edit" title={common("edit")}>
              <EditNoteForm
                id={note.id}
                version={note.version}
                values={{
                  kind: note.kind,
                  title: note.title,
                  text: note.text ?? "",
                  happenedOn: note.happenedOn,
                  competitorId: competitor?.id ?? "",
                  productId: product?.id ?? null,
                  unitId: note.region?.id ?? "",
                  impact: note.impact,
                  credibility: note.credibility,
                  sourceUrl: sourceUrl ?? "",
                  price: note.price,
                }}
                competitors={options(page.competitors)}
                units={options(page.units)}
                currency={page.currency}
                today={page.today}
                product={product && { value: product.id, label: name(product) }}
              />
            </Card>
          ) : null}
          <Discussion view={talk} f={f} />
        </div>
        <div className="grid content-start gap-3.5">
          <Card title={t("facts")}>
            <KeyValueList items={facts} />
          </Card>
          <Attachments view={files} f={f} />
        </div>
      </CardGrid>
    </ClientMessages>
  );
}
