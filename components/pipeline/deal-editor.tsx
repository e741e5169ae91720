"use client";
import { Pencil } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { CustomerField } from "@/components/customers/customer-picker";
import { ActionForm } from "@/components/forms/action-form";
import { SelectField } from "@/components/forms/choice-fields";
import { conflictOf } from "@/components/forms/edit-conflict";
import { useFormField } from "@/components/forms/form-context";
import type { ServerError } from "@/components/forms/form-errors";
import { DateField, NumberField, TextField } from "@/components/forms/text-fields";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { Deal } from "@/lib/deals/domain/deal";
import { editDeal } from "@/lib/pipeline/actions/deals";
import type { DealChoices } from "@/lib/pipeline/domain/choices";
import { localName } from "@/lib/shared/local-name";
import { AmountFields } from "./deal-fields";

type DealEditorProps = {
  deal: Deal;
  choices: DealChoices;
  /** The cards as they are read. */
  children: ReactNode;
};

/** The facts of a deal, edited in their place. */
export function DealEditor({ deal, choices, children }: DealEditorProps) {
  const t = useTranslations("pipeline");
  const [editing, setEditing] = useState(false);
  if (!editing)
    return (
      <>
        <div className="-mb-1 flex justify-end">
          <Button
            size="sm"
            icon={<Pencil aria-hidden="true" />}
            aria-keyshortcuts="e"
            onClick={() => setEditing(true)}
          >
            {t("edit.open")}
          </Button>
        </div>
        {children}
      </>
    );
  return (
    <Card title={t("edit.title")}>
      <DealForm deal={deal} choices={choices} onClose={() => setEditing(false)} />
    </Card>
  );
}

type FormProps = { deal: Deal; choices: DealChoices; onClose: () => void };

function DealForm({ deal, choices, onClose }: FormProps) {
  const t = useTranslations("pipeline");
  const locale = useLocale();
  const none = { value: "", label: t("edit.none") };
  const competitors = [
    none,
    ...choices.competitors.map((one) => ({ value: one.id, label: localName(one, locale) })),
  ];
  const customer = deal.customer && {
    value: deal.customer.id,
    label: localName(deal.customer, locale),
  };
  return (
    <ActionForm
      action={editDeal}
      initial={{
        ...{ id: deal.id, version: deal.version, title: deal.title },
        ...{ customer: deal.customer?.id ?? null, amount: deal.expectedAmount },
        ...{ currency: deal.currency, expectedCloseOn: deal.expectedCloseOn ?? "" },
        ...{ probability: deal.probability, probabilityReason: deal.probabilityReason ?? "" },
        competitorId: deal.competitor?.id ?? "",
      }}
      validate={({ probability, probabilityReason }): Record<string, string> =>
        probability !== null && !String(probabilityReason).trim()
          ? { probabilityReason: "required" }
          : {}
      }
      successMessage={t("edit.done")}
      onSuccess={onClose}
      secondary={<Button onClick={onClose}>{t("edit.cancel")}</Button>}
      renderServerError={(error) =>
        conflictOf({
          title: { label: t("fields.title") },
          customer: {
            label: t("fields.customer"),
            show: (id) => customerNames(error, customer, locale).get(id) ?? t("edit.otherCustomer"),
            fromServer: () => currentOf(error).customerId ?? null,
          },
          amount: { label: t("fields.amount") },
          currency: { label: t("fields.currency") },
          expectedCloseOn: { label: t("fields.expectedCloseOn") },
          probability: {
            label: t("fields.probability"),
            show: (share) => `${Math.round(Number(share) * 100)}%`,
          },
          probabilityReason: { label: t("fields.probabilityReason") },
          competitorId: {
            label: t("fields.competitor"),
            show: (id) => competitors.find((one) => one.value === id)?.label ?? id,
          },
        })(error)
      }
    >
      <TextField name="title" label={t("fields.title")} required autoFocus />
      <CustomerField
        name="customer"
        label={t("fields.customer")}
        chosen={customer}
        create={t("fields.newCustomer")}
      />
      <AmountFields choices={choices} />
      <DateField name="expectedCloseOn" label={t("fields.expectedCloseOn")} />
      {deal.kind === "open" ? <ProbabilityFields stage={deal.stageProbability} /> : null}
      <SelectField name="competitorId" label={t("fields.competitor")} options={competitors} />
    </ActionForm>
  );
}

/** Empty: the stage's probability; any other needs its reason. */
function ProbabilityFields({ stage }: { stage: number }) {
  const t = useTranslations("pipeline.fields");
  const { value } = useFormField("probability");
  return (
    <>
      <NumberField
        name="probability"
        label={t("probability")}
        hint={t("probabilityHint", { share: `${Math.round(stage * 100)}%` })}
        format={{ style: "percent" }}
        min={0}
        max={1}
      />
      {value === null ? null : (
        <TextField name="probabilityReason" label={t("probabilityReason")} required />
      )}
    </>
  );
}

type Current = Record<string, string | number | null>;

function currentOf({ raw }: ServerError): Current {
  return (raw as { current?: Current } | undefined)?.current ?? {};
}

/** What the customers on both sides of a conflict are called. */
function customerNames(
  error: ServerError,
  before: { value: string; label: string } | null,
  locale: string,
): Map<string, string> {
  const { customerId, customerName, customerNameEn } = currentOf(error);
  const names = new Map(before ? [[before.value, before.label]] : []);
  if (typeof customerId === "string" && typeof customerName === "string")
    names.set(
      customerId,
      localName({ name: customerName, nameEn: customerNameEn as string | null }, locale),
    );
  return names;
}
