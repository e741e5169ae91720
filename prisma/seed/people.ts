import { addDays, type BusinessDate } from "@/lib/shared/business-date";
import { type Draws, drawsOf } from "./draws";
import type { Row } from "./insert";
import { type Bilingual, personNames } from "./names";
import { type DemoUnit, unitFinder } from "./units";

/** A time in one unit: `[from, to)`; `to` is null while it lasts. */
type Stint = { unit: string; from: BusinessDate; to: BusinessDate | null };

export type DemoRep = Bilingual & {
  id: string;
  email: string;
  /** How well the person sells against an ordinary one (1). */
  skill: number;
  hiredOn: BusinessDate;
  leftOn: BusinessDate | null;
  stints: Stint[];
};
export type DemoLeader = Bilingual & {
  id: string;
  email: string;
  role: "admin" | "manager";
  unit: string | null;
  hiredOn: BusinessDate;
};
export type DemoPeople = { reps: DemoRep[]; leaders: DemoLeader[] };

export const DEMO_PASSWORD = "closeloop-demo";
/** The accounts the start script prints. */
export const DEMO_SIGN_INS = {
  admin: "admin@demo.closeloop",
  manager: "manager@demo.closeloop",
  rep: "rep@demo.closeloop",
} as const;

const ADMIN = { name: "李航", nameEn: "Hang Li" };
const NAMED_LEADERS: Record<string, Bilingual> = {
  starbridge: { name: "沈岚", nameEn: "Lan Shen" },
  east: { name: "陈静", nameEn: "Jing Chen" },
  south: { name: "梁国豪", nameEn: "Guohao Liang" },
  north: { name: "赵峰", nameEn: "Feng Zhao" },
};
/** The Shanghai team, from its best to its weakest seller. */
const SHANGHAI: readonly (Bilingual & { skill: number })[] = [
  { name: "林晓彤", nameEn: "Xiaotong Lin", skill: 1.5 },
  { name: "周明远", nameEn: "Mingyuan Zhou", skill: 1.22 },
  { name: "赵一鸣", nameEn: "Yiming Zhao", skill: 1.02 },
  { name: "王珂", nameEn: "Ke Wang", skill: 0.86 },
  { name: "孙悦", nameEn: "Yue Sun", skill: 0.8 },
  { name: "何伟", nameEn: "Wei He", skill: 0.55 },
];

/** The unit a rep belonged to on a day; null before the first and after the last. */
export function unitOn(rep: DemoRep, day: BusinessDate): string | null {
  const stint = rep.stints.find((s) => s.from <= day && (s.to === null || day < s.to));
  return stint?.unit ?? null;
}

/** Who sells on a day what a rep looked after: the rep, or a colleague of the same unit once the rep has left. */
export function successorOn(people: DemoPeople, rep: DemoRep, day: BusinessDate): DemoRep {
  const { leftOn } = rep;
  if (leftOn === null || day < leftOn) return rep;
  const unit = rep.stints.at(-1)?.unit;
  return people.reps.find((other) => other !== rep && unitOn(other, leftOn) === unit) ?? rep;
}

/**
 * Everybody: an admin, a manager for each unit, and the reps. Four reps started late, two have left
 * and one changed teams, so that ramp, leavers and history after a move can be seen.
 */
export function buildPeople(
  units: readonly DemoUnit[],
  from: BusinessDate,
  asOf: BusinessDate,
  seed = "",
) {
  const random = drawsOf("people", seed);
  const named = [ADMIN, ...Object.values(NAMED_LEADERS), ...SHANGHAI];
  const nextName = personNames(random, named);
  const leaders = buildLeaders(units, random, nextName, from);
  const reps = units.flatMap((unit) =>
    Array.from({ length: unit.reps }, (_, i) => {
      const known = unit.key === "shanghai-b2b" ? SHANGHAI[i] : undefined;
      return buildRep(unit, known, random, nextName, from);
    }),
  );
  applyChanges(reps, asOf);
  return { reps, leaders } satisfies DemoPeople;
}

function buildLeaders(
  units: readonly DemoUnit[],
  random: Draws,
  nextName: () => Bilingual,
  from: BusinessDate,
): DemoLeader[] {
  const since = () => addDays(from, -random.integer(200, 2200));
  const admin: DemoLeader = {
    ...{ id: random.id(from), ...ADMIN, email: DEMO_SIGN_INS.admin },
    ...{ role: "admin", unit: null, hiredOn: since() },
  };
  const managers = units.map((unit): DemoLeader => {
    const person = NAMED_LEADERS[unit.key] ?? nextName();
    const email = unit.key === "east" ? DEMO_SIGN_INS.manager : mailOf(person);
    return {
      ...{ id: random.id(from), ...person, email },
      ...{ role: "manager", unit: unit.key, hiredOn: since() },
    };
  });
  return [admin, ...managers];
}

function buildRep(
  unit: DemoUnit,
  known: (Bilingual & { skill: number }) | undefined,
  random: Draws,
  nextName: () => Bilingual,
  from: BusinessDate,
): DemoRep {
  const { name, nameEn } = known ?? nextName();
  const hiredOn = addDays(from, -random.integer(60, 1800));
  const spread = unit.type === "team" ? 0.3 : 0.18;
  return {
    ...{ id: random.id(from), name, nameEn, hiredOn, leftOn: null },
    email: nameEn === "Yue Sun" ? DEMO_SIGN_INS.rep : mailOf({ name, nameEn }),
    skill: known?.skill ?? Math.min(1.6, Math.max(0.5, random.logNormal(spread))),
    stints: [{ unit: unit.key, from: hiredOn, to: null }],
  };
}

const mailOf = (person: Bilingual) =>
  `${person.nameEn.toLowerCase().replace(" ", ".")}@demo.closeloop`;

function applyChanges(reps: DemoRep[], asOf: BusinessDate): void {
  const lastOf = (unit: string) => {
    const found = reps.filter((rep) => rep.stints.at(-1)?.unit === unit).at(-1);
    if (!found) throw new Error(`no rep in ${unit}`);
    return found;
  };
  const hire = (unit: string, day: BusinessDate) => {
    const rep = lastOf(unit);
    rep.hiredOn = day;
    rep.stints = [{ unit, from: day, to: null }];
  };
  hire("zhejiang-b2b", addDays(asOf, -150));
  hire("guangdong-b2b", addDays(asOf, -240));
  hire("hangzhou", addDays(asOf, -320));
  hire("nanshan", addDays(asOf, -100));
  const mover = lastOf("jiangsu-b2b");
  const moved = addDays(asOf, -300);
  mover.stints = [
    { unit: "jiangsu-b2b", from: mover.hiredOn, to: moved },
    { unit: "zhejiang-b2b", from: moved, to: null },
  ];
  for (const [unit, ago] of [
    ["shandong-b2b", 210],
    ["xuhui", 130],
  ] as const) {
    const leaver = lastOf(unit);
    leaver.leftOn = addDays(asOf, -ago);
    leaver.stints = leaver.stints.map((stint) => ({ ...stint, to: leaver.leftOn }));
  }
}

export function peopleRows(people: DemoPeople, units: readonly DemoUnit[]) {
  const find = unitFinder(units);
  const userRow = (
    person: Bilingual & { id: string; email: string; hiredOn: BusinessDate },
    role: string,
    leftOn: BusinessDate | null,
  ): Row => ({
    ...{ id: person.id, name: person.name, name_en: person.nameEn, email: person.email, role },
    ...{ status: leftOn ? "disabled" : "active", hired_on: person.hiredOn, left_on: leftOn },
  });
  const spell = (user_id: string, unit: string, kind: string, from: string, to: string | null) => ({
    ...{ user_id, unit_id: find(unit).id, kind, valid_from: from, valid_to: to ?? "9999-12-31" },
  });
  return {
    user: [
      ...people.leaders.map((leader) => userRow(leader, leader.role, null)),
      ...people.reps.map((rep) => userRow(rep, "rep", rep.leftOn)),
    ],
    assignment: [
      ...people.leaders.flatMap((leader): Row[] =>
        leader.unit ? [spell(leader.id, leader.unit, "manager", leader.hiredOn, null)] : [],
      ),
      ...people.reps.flatMap((rep) =>
        rep.stints.map((s): Row => spell(rep.id, s.unit, "member", s.from, s.to)),
      ),
    ],
  };
}
