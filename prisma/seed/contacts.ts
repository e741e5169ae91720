import { addDays } from "@/lib/shared/business-date";
import type { DemoCustomer } from "./customers";
import { drawsOf } from "./draws";
import type { Row } from "./insert";
import { type Bilingual, personNames } from "./names";
import type { World } from "./world";

const SEGMENTS = {
  key: { name: "重点客户", nameEn: "Key accounts" },
  growth: { name: "成长客户", nameEn: "Growth accounts" },
  public: { name: "公共机构", nameEn: "Public institutions" },
  standard: { name: "一般客户", nameEn: "Standard accounts" },
} as const;

/** Decision role → job titles of people who play it. */
const JOBS = {
  decision_maker: ["总经理 General Manager", "院长 Director", "运营副总 VP Operations"],
  purchaser: ["采购经理 Purchasing Manager", "采购主管 Buyer"],
  user: ["安防主管 Security Lead", "工程部经理 Facilities Manager", "信息科主任 IT Lead"],
  influencer: ["财务总监 Finance Director", "技术顾问 Technical Adviser"],
  champion: ["项目经理 Project Manager", "行政经理 Office Manager"],
  gatekeeper: ["总经理助理 Executive Assistant"],
} as const;
export type DemoRole = keyof typeof JOBS;

export type DemoContact = Bilingual & {
  id: string;
  customer: DemoCustomer;
  role: DemoRole;
  title: string;
  phone: string;
  email: string | null;
  active: boolean;
};

/** One to four people at each customer: somebody who decides first, then who else takes part. */
export function buildContacts({ customers, people }: World): DemoContact[] {
  const random = drawsOf("contacts");
  const nextName = personNames(random, [...people.reps, ...people.leaders]);
  const others = (["purchaser", "user", "champion", "influencer", "gatekeeper"] as const).slice();
  return customers.flatMap((customer) => {
    const roles: DemoRole[] = ["decision_maker", ...others.slice(0, random.integer(0, 3))];
    if (random.chance(0.25)) roles.push(random.pick(["influencer", "gatekeeper"] as const));
    return [...new Set(roles)].map((role): DemoContact => {
      const name = nextName();
      const address = name.nameEn.toLowerCase().replace(" ", ".");
      return {
        ...{ id: random.id(customer.knownFrom), customer, role, ...name },
        title: random.pick(JOBS[role]),
        phone: `+86 1${random.integer(30, 99)} ${random.integer(1000, 9999)} ${random.integer(1000, 9999)}`,
        email: random.chance(0.8) ? `${address}@example.com` : null,
        // Everywhere there is somebody to talk to.
        active: !random.chance(0.06) || role === "decision_maker",
      };
    });
  });
}

export function contactRows(contacts: readonly DemoContact[]): Row[] {
  return contacts.map((one) => ({
    ...{ id: one.id, customer_id: one.customer.id, name: one.name, name_en: one.nameEn },
    ...{ title: one.title, phone: one.phone, email: one.email, decision_role: one.role },
    ...{ active: one.active, created_at: `${addDays(one.customer.knownFrom, 1)}T02:00:00Z` },
  }));
}

/** The segments' rows, and which of them a customer is in: by its kind and size. */
export function segmentRows(): { rows: Row[]; of: (customer: DemoCustomer) => string } {
  const random = drawsOf("segments");
  const ids = Object.fromEntries(
    Object.keys(SEGMENTS).map((key) => [key, random.id("2020-01-01" as DemoCustomer["knownFrom"])]),
  );
  const segmentOf = ({ sector, size, employees }: DemoCustomer): keyof typeof SEGMENTS => {
    if (/教育|医疗/.test(sector)) return "public";
    if (size > 1.25 || employees > 900) return "key";
    return size > 0.95 ? "growth" : "standard";
  };
  return {
    rows: Object.entries(SEGMENTS).map(([key, { name, nameEn }]) => ({
      ...{ id: ids[key] ?? "", name, name_en: nameEn },
    })),
    of: (customer) => ids[segmentOf(customer)] ?? "",
  };
}
