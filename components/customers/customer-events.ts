import type { CustomerEvent } from "@/lib/customers/domain/timeline";
import type { Formatter } from "@/lib/platform/i18n/format";
import type { BusinessDate } from "@/lib/shared/business-date";

type Sources = {
  deals: readonly {
    id: string;
    title: string;
    createdOn: BusinessDate | null;
    closedOn: BusinessDate | null;
    kind: "open" | "won" | "lost";
    expectedBaseAmount: number | null;
    bookedBaseAmount: number | null;
  }[];
  sales: readonly { id: string; soldOn: BusinessDate; orderNo: string; baseAmount: number }[];
  activities: readonly {
    id: string;
    day: BusinessDate;
    subject: string | null;
    notes: string | null;
  }[];
  feedback: readonly {
    id: string;
    givenOn: BusinessDate;
    text: string | null;
    score: number | null;
  }[];
};

/** What the page knows of a customer as events; lines of one order are one event. */
export function customerEvents(
  { deals, sales, activities, feedback }: Sources,
  f: Formatter,
  words: { activity: string; feedback: string },
): CustomerEvent[] {
  const orders = new Map<string, { id: string; day: BusinessDate; amount: number }>();
  for (const { id, soldOn, orderNo, baseAmount } of sales) {
    const known = orders.get(orderNo);
    orders.set(orderNo, {
      id: known?.id ?? id,
      day: soldOn,
      amount: (known?.amount ?? 0) + baseAmount,
    });
  }
  return [
    ...deals.flatMap((deal): CustomerEvent[] => {
      const shared = { id: deal.id, title: deal.title, href: `/deals/${deal.id}` };
      const expected = f.money(deal.expectedBaseAmount);
      const opened: CustomerEvent[] = deal.createdOn
        ? [{ ...shared, kind: "dealOpened", day: deal.createdOn, detail: expected }]
        : [];
      if (deal.kind === "open" || !deal.closedOn) return opened;
      const won = deal.kind === "won";
      const detail = won ? f.money(deal.bookedBaseAmount) : expected;
      return [
        ...opened,
        { ...shared, kind: won ? "dealWon" : "dealLost", day: deal.closedOn, detail },
      ];
    }),
    ...[...orders].map(
      ([orderNo, { id, day, amount }]): CustomerEvent => ({
        ...{ id, kind: "sale", day, title: orderNo },
        ...{ detail: f.money(amount), href: `/sales/${id}` },
      }),
    ),
    ...activities.map(
      ({ id, day, subject, notes }): CustomerEvent => ({
        ...{ id, kind: "activity", day, title: subject ?? words.activity },
        ...{ detail: notes, href: `/activities/${id}` },
      }),
    ),
    ...feedback.map(
      ({ id, givenOn, text, score }): CustomerEvent => ({
        ...{ id, kind: "feedback", day: givenOn, title: text ?? words.feedback },
        ...{ detail: score === null ? null : f.number(score), href: `/feedback/${id}` },
      }),
    ),
  ];
}
