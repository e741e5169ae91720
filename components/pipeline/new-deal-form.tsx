"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CustomerField } from "@/components/customers/customer-picker";
import { ActionForm } from "@/components/forms/action-form";
import { RemoteField } from "@/components/forms/remote-field";
import { DateField, TextField } from "@/components/forms/text-fields";
import { Button } from "@/components/ui/button";
import type { ComboOption } from "@/components/ui/combobox";
import { createDeal } from "@/lib/pipeline/actions/deals";
import type { DealChoices } from "@/lib/pipeline/domain/choices";
import { AmountFields, CloseDayField, StageField } from "./deal-fields";

type NewDealFormProps = {
  choices: DealChoices;
  /** The customer the deal is with, where that is known already. */
  customer: ComboOption | null;
  /** Made for this form: sent twice, it is one deal. */
  id: string;
};

/** A new deal in five fields; the rest is asked for on demand. */
export function NewDealForm({ choices, customer, id }: NewDealFormProps) {
  const t = useTranslations("pipeline");
  const router = useRouter();
  const [more, setMore] = useState(false);
  const initial = {
    ...{ title: "", customer: customer?.value ?? null, amount: null },
    ...{ currency: choices.baseCurrency, expectedCloseOn: "" },
    stageId: choices.stages.find((stage) => stage.kind === "open")?.id ?? "",
    ...{ ownerId: null, nextStep: "", nextStepOn: "" },
  };
  return (
    <ActionForm
      action={createDeal}
      initial={initial}
      toInput={(values) => ({ ...values, id })}
      successMessage={t("new.done")}
      onSuccess={(data) => router.push(`/deals/${data?.id ?? id}`)}
      submitLabel={t("new.submit")}
      secondary={
        more ? null : (
          <Button variant="ghost" onClick={() => setMore(true)}>
            {t("new.more")}
          </Button>
        )
      }
    >
      <TextField name="title" label={t("fields.title")} required autoFocus autoComplete="off" />
      <CustomerField
        name="customer"
        label={t("fields.customer")}
        chosen={customer}
        create={t("fields.newCustomer")}
      />
      <AmountFields choices={choices} />
      <CloseDayField today={choices.today} />
      <StageField choices={choices} />
      {more ? (
        <>
          {choices.leads ? (
            <RemoteField
              name="ownerId"
              label={t("fields.owner")}
              hint={t("new.ownerHint")}
              source="/api/search?only=person"
            />
          ) : null}
          <div className="grid grid-cols-[1fr_10rem] gap-2 phone:grid-cols-1">
            <TextField name="nextStep" label={t("fields.nextStep")} autoComplete="off" />
            <DateField name="nextStepOn" label={t("fields.nextStepOn")} />
          </div>
        </>
      ) : null}
    </ActionForm>
  );
}
