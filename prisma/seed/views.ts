import { addDays } from "@/lib/shared/business-date";
import { hrefWith, type ParamValue } from "@/lib/shared/list-params";
import type { ViewList } from "@/lib/views/domain/saved-view";
import { viewQuery } from "@/lib/views/schema";
import { drawsOf } from "./draws";
import type { Row } from "./insert";
import { DEMO_SIGN_INS } from "./people";
import type { World } from "./world";

type DemoView = {
  list: ViewList;
  name: string;
  by: keyof typeof DEMO_SIGN_INS;
  /** Key of the unit it is shared with. */
  unit: string | null;
  params: Record<string, ParamValue>;
};

function viewsOn({ asOf }: World): DemoView[] {
  return [
    {
      ...{ list: "deals", name: "大额未结商机 Large open deals", by: "manager", unit: "east" },
      params: { kind: "open", min: 100_000, sort: "-expected", hide: ["booked", "closedOn"] },
    },
    {
      ...{ list: "feedback", name: "待解决的投诉 Open complaints", by: "manager", unit: "east" },
      params: { kind: ["complaint"], open: true },
    },
    {
      ...{ list: "deals", name: "缺金额或关单日 Missing figures", by: "rep", unit: null },
      params: { kind: "open", missing: ["amount", "expectedClose"] },
    },
    {
      ...{ list: "customers", name: "半年未下单 No order for half a year", by: "rep", unit: null },
      params: { activity: "none", from: addDays(asOf, -182), to: addDays(asOf, 1) },
    },
    {
      ...{
        list: "findings",
        name: "待判断，按金额 To decide, by money",
        by: "manager",
        unit: "east",
      },
      params: { status: "proposed", sort: "-size" },
    },
    {
      ...{ list: "explore", name: "产品逐月 Products by month", by: "manager", unit: "east" },
      params: { by: "product", grain: "month", span: "year", show: "table", top: 10 },
    },
    {
      ...{ list: "explore", name: "我的大客户 My largest customers", by: "rep", unit: null },
      params: { by: "customer", span: "year" },
    },
    {
      ...{ list: "sales", name: "今年的退货 Returns this year", by: "admin", unit: "starbridge" },
      params: { kind: "return", from: `${asOf.slice(0, 4)}-01-01`, sort: "amount" },
    },
  ];
}

/** Saved views of the people who sign in to the demo: two of the manager's are shared with the region. */
export function viewRows(world: World, unitId: (key: string) => string): Row[] {
  const { reps, leaders } = world.people;
  const owner = (email: string) =>
    [...reps, ...leaders].find((one) => one.email === email)?.id ?? "";
  const draws = drawsOf("views");
  return viewsOn(world).map(({ list, name, by, unit, params }) => ({
    id: draws.id(world.asOf),
    ...{ list, name, owner_id: owner(DEMO_SIGN_INS[by]) },
    unit_id: unit && unitId(unit),
    query: viewQuery(list, hrefWith("", params).slice(1)),
  }));
}
