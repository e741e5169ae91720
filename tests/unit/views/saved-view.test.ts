import { describe, expect, it } from "vitest";
import { openView, viewHref } from "@/lib/views/domain/saved-view";
import { viewQuery } from "@/lib/views/schema";

const ID = "0190a000-0000-7000-8000-000000000001";
const OTHER = "0190a000-0000-7000-8000-000000000002";

describe("what a view keeps of an address", () => {
  it("is filters, order, columns and page size, in one spelling; not the page nor the view", () => {
    const one = viewQuery("deals", `?hide=a,b&sort=-expected&kind=open&page=7&size=100&view=${ID}`);
    const same = viewQuery("deals", {
      size: "100",
      kind: "open",
      sort: "-expected",
      hide: "a,b",
    });
    expect(one).toBe("kind=open&sort=-expected&size=100&hide=a,b");
    expect(same).toBe(one);
  });

  it("leaves out what the list does not know or nobody could have chosen", () => {
    expect(viewQuery("deals", "kind=open&renamed=1&sort=gone&min=abc&unit=../x&size=7")).toBe(
      "kind=open",
    );
    expect(viewQuery("customers", "kind=open")).toBe("");
    expect(viewQuery("explore", "by=gone&top=7&grain=week&page=3")).toBe("grain=week");
    expect(viewQuery("sales", "%E0%A4%A&=&&&")).toBe("");
  });

  it.each([
    ["deals", `kind=won&owner=${ID},none&q=${encodeURIComponent("云 & 峰=%")}`],
    ["customers", "activity=new&from=2026-01-01&to=2026-04-01&sort=-revenue"],
    ["sales", "kind=return&min=-5&sort=amount"],
    ["activities", "status=overdue&kind=call,visit"],
    ["feedback", "kind=complaint&open=1"],
    ["market", "sort=-happenedOn"],
    ["findings", "basis=all&status=open&min=1000&sort=-size"],
    ["explore", `metric=win_rate&by=customer&grain=month&span=years&show=table&top=10&unit=${ID}`],
  ] as const)("is the same again after it was opened: %s", (list, query) => {
    const once = viewQuery(list, query);
    const names = (text: string) => [...new URLSearchParams(text).keys()].sort();
    expect(names(once)).toEqual(names(query));
    expect(viewQuery(list, once)).toBe(once);
  });
});

describe("the view a list is open with", () => {
  const views = [
    { id: ID, query: "kind=open" },
    { id: OTHER, query: "" },
  ];

  it("is the one the address names, changed where the list says something else", () => {
    expect(openView(views, ID, "kind=open")).toEqual({ view: views[0], changed: false });
    expect(openView(views, ID, "kind=won")).toEqual({ view: views[0], changed: true });
    expect(openView(views, ID, "")).toEqual({ view: views[0], changed: true });
  });

  it("is else one that says the same; the whole list is no view", () => {
    expect(openView(views, undefined, "kind=open").view).toBe(views[0]);
    expect(openView(views, "gone", "kind=won")).toEqual({ view: null, changed: false });
    expect(openView(views, "all", "")).toEqual({ view: null, changed: false });
  });

  it("has an address that names it and says all", () => {
    expect(viewHref("/deals/board", { id: ID, query: "kind=open" })).toBe(
      `/deals/board?view=${ID}&kind=open`,
    );
    expect(viewHref("/deals", { id: ID, query: "" })).toBe(`/deals?view=${ID}`);
  });
});
