import { describe, expect, it } from "vitest";
import {
  type CustomerEvent,
  composeTimeline,
  type EventKind,
} from "@/lib/customers/domain/timeline";
import type { BusinessDate } from "@/lib/shared/business-date";

const event = (id: string, kind: EventKind, day: string): CustomerEvent => ({
  ...{ id, kind, day: day as BusinessDate },
  ...{ title: id, detail: null, href: "/" },
});
const today = "2026-05-10" as BusinessDate;
const ids = (events: CustomerEvent[], limit = 10) =>
  composeTimeline(events, today, limit).map(({ id }) => id);

describe("a customer's timeline", () => {
  it("is latest first; on one day the sale stands above the win and the win above the visit", () => {
    const events = [
      event("opened", "dealOpened", "2026-01-01"),
      event("visit", "activity", "2026-05-01"),
      event("won", "dealWon", "2026-05-01"),
      event("sale", "sale", "2026-05-01"),
      event("praise", "feedback", "2026-05-09"),
    ];
    expect(ids(events)).toEqual(["praise", "sale", "won", "visit", "opened"]);
    expect(ids([...events].reverse(), 2)).toEqual(["praise", "sale"]);
  });
  it("leaves out what is only planned, today counts", () => {
    expect(
      ids([event("later", "activity", "2026-05-11"), event("now", "activity", "2026-05-10")]),
    ).toEqual(["now"]);
  });
  it("is empty where nothing happened", () => {
    expect(ids([])).toEqual([]);
  });
});
