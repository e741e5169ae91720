import { describe, expect, it } from "vitest";
import { ACTIVITY_FIELD_IDS } from "@/lib/activities/domain/activity-fields";
import { ACTIVITY_COLUMNS } from "@/lib/activities/schema";
import { CUSTOMER_FIELDS } from "@/lib/customers/domain/customer-fields";
import { CUSTOMER_COLUMNS } from "@/lib/customers/schema";
import { DEAL_FIELDS } from "@/lib/deals/domain/deal-fields";
import { DEAL_COLUMNS } from "@/lib/deals/schema";
import { feedbackFields } from "@/lib/feedback/domain/feedback-fields";
import { FEEDBACK_COLUMNS } from "@/lib/feedback/schema";
import { findingFields } from "@/lib/findings/domain/finding-fields";
import { FINDING_COLUMNS } from "@/lib/findings/schema";
import { noteFields } from "@/lib/market/domain/note-fields";
import { NOTE_COLUMNS } from "@/lib/market/schema";
import en from "@/lib/platform/i18n/messages/en.json";
import zh from "@/lib/platform/i18n/messages/zh-CN.json";
import { SALE_FIELDS } from "@/lib/sales/domain/sale-fields";
import { SALE_COLUMNS } from "@/lib/sales/schema";

const same = (word: string) => word;
const NOTE_WORDS = { kind: same, impact: same, credibility: same };
const FEEDBACK_WORDS = { kind: same, channel: same, severity: same, status: same };

const FINDING_WORDS = { kind: same, status: same };

const lists = [
  {
    area: "findings",
    fields: findingFields(FINDING_WORDS),
    columns: FINDING_COLUMNS,
    hidden: [],
  },
  { area: "market", fields: noteFields(NOTE_WORDS), columns: NOTE_COLUMNS, hidden: [] },
  {
    area: "feedback",
    fields: feedbackFields(FEEDBACK_WORDS),
    columns: FEEDBACK_COLUMNS,
    hidden: [],
  },
  { area: "deals", fields: DEAL_FIELDS, columns: DEAL_COLUMNS, hidden: ["updatedAt"] },
  { area: "sales", fields: SALE_FIELDS, columns: SALE_COLUMNS, hidden: [] },
  {
    area: "activities",
    fields: ACTIVITY_FIELD_IDS.map((id) => ({ id })),
    columns: ACTIVITY_COLUMNS,
    hidden: [],
  },
  { area: "customers", fields: CUSTOMER_FIELDS, columns: CUSTOMER_COLUMNS, hidden: [] },
] as const;

describe.each(lists)("the list of $area", ({ area, fields, columns, hidden }) => {
  const ids: readonly string[] = fields.map((field) => field.id);

  it("has a heading for each field in both languages", () => {
    for (const messages of [zh, en])
      expect(Object.keys(messages[area].columns)).toEqual(expect.arrayContaining([...ids]));
  });

  it("has each field once, and a field for each column it can be sorted by", () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(columns.filter((column) => !ids.includes(column))).toEqual(hidden);
  });
});
