import type { ComboOption } from "@/components/ui/combobox";
import type {
  Channel,
  FeedbackDetail,
  FeedbackKind,
  Severity,
} from "@/lib/feedback/domain/feedback";
import { localName } from "@/lib/shared/local-name";

/** What a form of feedback is about at the start. */
export type About = {
  customer?: ComboOption | null;
  deal?: ComboOption | null;
  product?: ComboOption | null;
  owner?: ComboOption | null;
};

/** The values of the form. */
export type FeedbackValues = {
  kind: FeedbackKind;
  channel: Channel;
  score: number | null;
  text: string;
  severity: Severity | "";
  givenOn: string;
  contact: string;
  customerId: string | null;
  dealId: string | null;
  productId: string | null;
  competitorId: string;
  ownerId: string | null;
};

export function newValues(today: string, about: About, kind: FeedbackKind): FeedbackValues {
  return {
    ...{ kind, channel: "visit", score: null, text: "", severity: "", givenOn: today, contact: "" },
    customerId: about.customer?.value ?? null,
    dealId: about.deal?.value ?? null,
    ...{ productId: null, competitorId: "", ownerId: null },
  };
}

export function valuesOf(feedback: FeedbackDetail): FeedbackValues {
  const { kind, channel, score, text, severity, givenOn, contact } = feedback;
  return {
    ...{ kind, channel, score, givenOn },
    ...{ text: text ?? "", severity: severity ?? "", contact: contact ?? "" },
    customerId: feedback.customer?.id ?? null,
    dealId: feedback.deal?.id ?? null,
    productId: feedback.product?.id ?? null,
    competitorId: feedback.competitor?.id ?? "",
    ownerId: feedback.owner.id,
  };
}

export function aboutOf(feedback: FeedbackDetail, locale: string): About {
  const option = (one: { id: string; name: string; nameEn: string | null } | null) =>
    one && { value: one.id, label: localName(one, locale) };
  return {
    customer: option(feedback.customer),
    product: option(feedback.product),
    owner: option(feedback.owner),
    deal: feedback.deal && { value: feedback.deal.id, label: feedback.deal.title },
  };
}

/** What the server is sent. */
export function toInput({ severity, competitorId, ...values }: FeedbackValues) {
  return { ...values, severity: severity || null, competitorId: competitorId || null };
}
