import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { NoteCard } from "@/components/analysis/note-card";
import { Discussion } from "@/components/discussion/discussion";
import { DecideFinding } from "@/components/findings/decide-finding";
import { DeleteFinding } from "@/components/findings/delete-finding";
import { FindingEvidence } from "@/components/findings/finding-evidence";
import { FindingFacts } from "@/components/findings/finding-facts";
import { FindingSentence } from "@/components/findings/finding-sentence";
import { FindingTag } from "@/components/findings/finding-tag";
import { FindingVoices } from "@/components/findings/finding-voices";
import { EditFindingForm } from "@/components/findings/own-finding-form";
import { recordsHref } from "@/components/findings/record-links";
import { CardGrid } from "@/components/layout/card-grid";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Sheet } from "@/components/ui/sheet";
import { discussionOf } from "@/lib/discussion/queries/discussion";
import { findingName } from "@/lib/findings/domain/finding-fields";
import { findingDetail } from "@/lib/findings/queries/findings";
import { numberedNotes } from "@/lib/market/domain/numbered-notes";
import { currentScope } from "@/lib/platform/auth/session";
import { orNotFound } from "@/lib/platform/not-found";
import { pageFormatter } from "@/lib/settings/queries/page-formatter";
import { startOfMonth } from "@/lib/shared/business-date";
import { localName } from "@/lib/shared/local-name";

type Props = { params: Promise<{ id: string }> };

/** Read once for the title and the page. */
const load = cache(async (id: string) => orNotFound(findingDetail(await currentScope(), id)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { finding } = await load((await params).id);
  return { title: findingName(finding, await getLocale()) };
}

export default async function FindingPage({ params }: Props) {
  const { id } = await params;
  const [page, t, common, locale, f] = await Promise.all([
    load(id),
    getTranslations("findings"),
    getTranslations("common"),
    getLocale(),
    pageFormatter(),
  ]);
  const { finding, decidable, writable, voices, names, others } = page;
  const notes = numberedNotes(page.notes, startOfMonth);
  const { version, evidence, note, product, status } = finding;
  const title = findingName(finding, locale);
  const discussion = await discussionOf(await currentScope(), { kind: "finding", id });
  const subject = product ?? finding.theme ?? finding.competitor ?? finding.stage ?? finding.unit;
  return (
    <ClientMessages namespaces={["findingForm"]}>
      <PageHeader
        breadcrumb={
          <Breadcrumb
            label={common("breadcrumb")}
            items={[{ label: t("title"), href: "/findings" }, { label: title }]}
          />
        }
        title={title}
        tag={<FindingTag {...finding} />}
        lead={evidence ? <FindingSentence evidence={evidence} f={f} /> : null}
        actions={
          <>
            {writable ? (
              <>
                <DeleteFinding id={id} />
                <Sheet title={common("edit")} trigger={<Button>{common("edit")}</Button>}>
                  <EditFindingForm
                    id={id}
                    version={version}
                    values={{
                      ...{ title: finding.title, note: note ?? "", unitId: finding.unit.id },
                      ...{ productId: product?.id ?? null, size: finding.size },
                    }}
                    units={[]}
                    currency={f.currency}
                    product={product && { value: product.id, label: localName(product, locale) }}
                  />
                </Sheet>
              </>
            ) : null}
            {decidable ? (
              <DecideFinding
                id={id}
                version={version}
                status={status}
                others={others.map((other) => ({
                  value: other.id,
                  label: findingName(other, locale),
                }))}
              />
            ) : null}
          </>
        }
      />
      <CardGrid columns="wide-narrow">
        <div className="grid content-start gap-3.5">
          {note ? (
            <Card title={t("columns.note")}>
              <p className="whitespace-pre-line [overflow-wrap:anywhere]">{note}</p>
            </Card>
          ) : null}
          {evidence ? (
            <FindingEvidence
              evidence={evidence}
              name={localName(subject, locale)}
              nameOf={(unitId) => {
                const named = names.get(unitId);
                return named ? localName(named, locale) : null;
              }}
              notes={notes}
              f={f}
            />
          ) : null}
          {notes.length > 0 ? <NoteCard notes={notes} nameOf={f.month} /> : null}
          <FindingVoices findingId={id} voices={voices} f={f} />
        </div>
        <div className="grid content-start gap-3.5">
          <FindingFacts finding={finding} records={recordsHref(finding)} f={f} />
          <Discussion view={discussion} f={f} />
        </div>
      </CardGrid>
    </ClientMessages>
  );
}
