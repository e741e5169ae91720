import type { ActivityKind, ActivityOutcome } from "@/lib/activities/domain/activity";
import { addDays, type BusinessDate, diffDays } from "@/lib/shared/business-date";
import { nextKind, TRAINING_TALK, talkIn } from "./activity-text";
import type { DemoContact } from "./contacts";
import { toWorkday } from "./deal-fate";
import { unitKey } from "./deal-rows";
import { type DemoDeal, lastStep } from "./deals";
import { type Draws, drawsOf } from "./draws";
import type { Row } from "./insert";
import { DEMO_SIGN_INS, type DemoRep, unitOn } from "./people";
import { TRAINING, WEAK_STORES } from "./story";
import type { World } from "./world";

export type DemoActivity = {
  id: string;
  kind: ActivityKind;
  day: BusinessDate;
  /** HH:MM in Shanghai; null for something to do on that day. */
  time: string | null;
  minutes: number | null;
  subject: string;
  notes: string | null;
  outcome: ActivityOutcome | null;
  done: boolean;
  deal: DemoDeal | null;
  owner: DemoRep;
  unit: string;
};

/** A deal is heard of at least this often, in days, while somebody works on it. */
const TOUCH_EVERY = 24;
const MOST_PER_DEAL = 5;

/** What the business reps did for their deals and plan to do, and the training of the weak stores. */
export function buildActivities(world: World, deals: readonly DemoDeal[]): DemoActivity[] {
  const draws = drawsOf("activities");
  const work = deals.flatMap((deal) => [
    ...doneFor(deal, world, draws),
    ...plannedFor(deal, world, draws),
  ]);
  return [...work, ...trainings(world, draws), ...dayOfDemoRep(world, deals, draws)];
}

const MINUTES: Record<ActivityKind, readonly number[]> = {
  ...{ call: [10, 15, 25], visit: [60, 90, 120], meeting: [45, 60, 90], mail: [10, 20] },
  ...{ message: [5, 10], proposal: [60, 120], demo: [60, 90], training: [90, 120] },
};

const clock = (draws: Draws) =>
  `${String(draws.integer(9, 16)).padStart(2, "0")}:${draws.pick(["00", "30"])}`;

function doneFor(deal: DemoDeal, world: World, draws: Draws): DemoActivity[] {
  const end = deal.closedOn ?? world.asOf;
  const days = touchDays(deal, end, draws);
  return days.flatMap((wanted) => {
    const day = toWorkday(wanted, world);
    if (day > end || day < world.from) return [];
    const stage = deal.steps.findLast((step) => step.day <= day)?.stage ?? 1;
    const talk = talkIn(stage, draws);
    return [
      {
        ...talk,
        ...workOn(deal, day, draws),
        done: true,
        time: clock(draws),
        minutes: draws.pick(MINUTES[talk.kind]),
        outcome: outcomeOf(deal, draws),
      },
    ];
  });
}

/** The days of the steps, and between them when it would be silent too long; some deals are let slide. */
function touchDays(deal: DemoDeal, end: BusinessDate, draws: Draws): BusinessDate[] {
  const steps = [...new Set(deal.steps.map(({ day }) => day))];
  const neglected = deal.closedOn === null && draws.chance(0.18);
  const days = steps.flatMap((day, i) => {
    const next = steps[i + 1] ?? end;
    const silent = diffDays(day, next) > TOUCH_EVERY && !neglected;
    return silent ? [day, addDays(day, draws.integer(8, TOUCH_EVERY - 4))] : [day];
  });
  return days.slice(-MOST_PER_DEAL);
}

function outcomeOf(deal: DemoDeal, draws: Draws): ActivityOutcome {
  const good = deal.outcome === "won" ? 7 : deal.outcome === "lost" ? 3 : 5;
  const weights = {
    positive: good,
    neutral: 4,
    negative: deal.outcome === "lost" ? 3 : 1,
    unreached: 1,
  };
  return draws.weighted(
    ["positive", "neutral", "negative", "unreached"] as const,
    (o) => weights[o],
  );
}

function workOn(deal: DemoDeal, day: BusinessDate, draws: Draws) {
  return { id: draws.id(day), deal, day, owner: deal.ownerOn(day), unit: unitKey(deal, day) };
}

/** The next step of an open deal is a follow-up in the rep's calendar. */
function plannedFor(deal: DemoDeal, world: World, draws: Draws): DemoActivity[] {
  if (deal.nextStep === null || draws.chance(0.15)) return [];
  const kind = nextKind(lastStep(deal).stage, draws);
  const day = toWorkday(deal.nextStep.on, world);
  const timed = kind !== "call" || draws.chance(0.4);
  const owner = deal.ownerOn(world.asOf);
  return [
    {
      ...workOn(deal, day, draws),
      owner,
      unit: unitKey(deal, world.asOf),
      kind,
      done: false,
      time: timed ? clock(draws) : null,
      minutes: timed ? draws.pick(MINUTES[kind]) : null,
      subject: deal.nextStep.text,
      notes: null,
      outcome: null,
    },
  ];
}

/** Three sessions in each of the weak stores, when their training began. */
function trainings(world: World, draws: Draws): DemoActivity[] {
  const weeks = [TRAINING.start, TRAINING.start - 12, TRAINING.done];
  return world.people.reps.flatMap((owner) =>
    weeks.flatMap((before) => {
      const day = toWorkday(addDays(world.asOf, -before), world);
      const unit = unitOn(owner, day);
      if (unit === null || WEAK_STORES[unit] === undefined) return [];
      return [
        {
          id: draws.id(day),
          kind: "training" as const,
          day,
          time: "09:00",
          minutes: 120,
          ...TRAINING_TALK,
          outcome: "positive" as const,
          done: true,
          deal: null,
          owner,
          unit,
        },
      ];
    }),
  );
}

/** Days from today, hour, kind and subject: something overdue, due and coming for the demo's rep. */
const DEMO_DAY = [
  [-3, null, "call", "回访客户 Call the customer back"],
  [-1, null, "proposal", "补发修改后的报价 Send the corrected quote"],
  [0, null, "call", "确认预算是否批下 Ask whether the budget is approved"],
  [0, "15:00", "visit", "带新版方案 Bring the new proposal"],
  [1, "10:00", "demo", "夜视新版演示 Demo of the new night vision"],
] as const;

function dayOfDemoRep(world: World, deals: readonly DemoDeal[], draws: Draws): DemoActivity[] {
  const rep = world.people.reps.find(({ email }) => email === DEMO_SIGN_INS.rep);
  const open = deals.filter((deal) => deal.closedOn === null && deal.ownerOn(world.asOf) === rep);
  return DEMO_DAY.flatMap(([from, time, kind, subject], i) => {
    const deal = open[(i * 3) % Math.max(1, open.length)];
    if (!deal || !rep) return [];
    const day = addDays(world.asOf, from);
    return [
      {
        ...workOn(deal, day, draws),
        owner: rep,
        unit: unitKey(deal, world.asOf),
        kind,
        time,
        minutes: time ? 60 : null,
        subject,
        notes: null,
        outcome: null,
        done: false,
      },
    ];
  });
}

/** Who of the customer took part: one of its people, in person often two. */
export function activityContactRows(
  activities: readonly DemoActivity[],
  contacts: readonly DemoContact[],
): Row[] {
  const draws = drawsOf("activity contacts");
  const byCustomer = Map.groupBy(contacts, ({ customer }) => customer.id);
  return activities.flatMap((activity) => {
    const people = byCustomer.get(activity.deal?.customer.id ?? "") ?? [];
    if (people.length === 0 || draws.chance(0.2)) return [];
    const first = draws.integer(0, people.length - 1);
    const several = ["visit", "meeting", "demo"].includes(activity.kind) && draws.chance(0.5);
    const chosen = new Set([people[first], several ? people[(first + 1) % people.length] : null]);
    return [...chosen].flatMap((contact) =>
      contact
        ? [{ id: draws.id(activity.day), activity_id: activity.id, contact_id: contact.id }]
        : [],
    );
  });
}

export function activityRows(
  activities: readonly DemoActivity[],
  unitId: (key: string) => string,
): Row[] {
  return activities.map((a) => ({
    ...{ id: a.id, kind: a.kind, status: a.done ? "done" : "planned", day: a.day },
    at: a.time && `${a.day}T${a.time}:00+08:00`,
    ...{ minutes: a.minutes, subject: a.subject, notes: a.notes, outcome: a.outcome },
    ...{ deal_id: a.deal?.id ?? null, customer_id: a.deal?.customer.id ?? null },
    ...{ owner_id: a.owner.id, unit_id: unitId(a.unit), version: 1 },
    done_at: a.done ? `${a.day}T18:00:00+08:00` : null,
    ...{ created_at: `${a.day}T00:00:00Z`, updated_at: `${a.day}T10:00:00Z` },
  }));
}
