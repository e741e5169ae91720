import type { FeedbackKind } from "@/lib/feedback/domain/feedback";
import { addDays, type BusinessDate, diffDays } from "@/lib/shared/business-date";
import { daysOf } from "@/lib/shared/period";
import { SMART_CAMERA } from "./catalog";
import { unitKey } from "./deal-rows";
import type { DemoDeal } from "./deals";
import { type Draws, drawsOf } from "./draws";
import { unitOn } from "./people";
import { COMPETITORS, RIVAL } from "./pipeline";
import { CAMERA, TRAINING, WEAK_STORES } from "./story";
import * as say from "./voice-text";
import type { World } from "./world";

export type DemoFeedback = {
  id: string;
  kind: FeedbackKind;
  channel: string;
  score: number | null;
  text: string;
  severity: string | null;
  givenOn: BusinessDate;
  contact: string | null;
  deal: DemoDeal | null;
  productId: string | null;
  /** By Chinese name. */
  competitor: string | null;
  ownerId: string;
  unit: string;
  /** Minutes after it came in; null while nobody has. */
  answeredAfter: number | null;
  settledAfter: number | null;
  answer: string;
  solution: string;
  themesConfirmed: boolean;
};

type Voice = Pick<DemoFeedback, "kind" | "score" | "text" | "competitor">;

const SEVERITY: Partial<Record<FeedbackKind, readonly string[]>> = {
  complaint: ["low", "medium", "medium", "high"],
  lost_deal: ["medium", "high"],
};

/** What customers said: after projects won and lost, and in the stores. Tells both stories of `story.ts`. */
export function buildFeedback(world: World, deals: readonly DemoDeal[]): DemoFeedback[] {
  const draws = drawsOf("feedback", world.seed);
  return [
    ...deals.flatMap((deal) => ofDeal(deal, world, draws)),
    ...ofStores(world, draws),
  ].toSorted((a, b) => (a.givenOn < b.givenOn ? -1 : 1));
}

type Where = Pick<DemoFeedback, "deal" | "productId" | "ownerId" | "unit" | "channel">;

function feedback(day: BusinessDate, voice: Voice, where: Where, world: World, draws: Draws) {
  const age = diffDays(day, world.asOf);
  const bad = voice.kind === "complaint" || (voice.score !== null && voice.score < 4);
  const answered = draws.chance(age > 6 ? 0.97 : bad ? 0.35 : 0.5);
  const settled = answered && draws.chance(age > 21 ? 0.94 : age > 6 ? 0.6 : 0.15);
  const answeredAfter = Math.round(40 + 1200 * draws.logNormal(0.8));
  const limit = (age + 0.4) * 1440;
  const severities = SEVERITY[voice.kind];
  return {
    ...{ id: draws.id(day), givenOn: day, ...voice, ...where },
    severity: severities ? draws.pick(severities) : null,
    contact: draws.chance(0.6) ? draws.pick(say.CONTACTS) : null,
    answeredAfter: answered ? Math.min(answeredAfter, limit) : null,
    settledAfter: settled
      ? Math.min(answeredAfter + Math.round(4300 * draws.logNormal(0.7)), limit)
      : null,
    answer: draws.pick(say.ANSWERS),
    solution: draws.pick(say.SOLUTIONS),
    themesConfirmed: age > 14 && draws.chance(0.4),
  };
}

/** The camera was weak from when the rival was ahead until it was repositioned. */
function cameraStanding(deal: DemoDeal, day: BusinessDate, world: World) {
  if (!world.plants || !deal.lines.some(({ product }) => product.sku === SMART_CAMERA)) return null;
  const before = diffDays(day, world.asOf);
  if (before > CAMERA.declineFrom) return null;
  return before > CAMERA.relaunch - 20 ? "weak" : "strong";
}

function ofDeal(deal: DemoDeal, world: World, draws: Draws): DemoFeedback[] {
  if (deal.closedOn === null) return [];
  const day = addDays(deal.closedOn, draws.integer(1, 9));
  if (day > world.asOf || day < world.from) return [];
  const camera = cameraStanding(deal, day, world);
  const product =
    camera && deal.lines.find((line) => line.product.sku === SMART_CAMERA)
      ? deal.lines.find((line) => line.product.sku === SMART_CAMERA)?.product
      : deal.lines[0]?.product;
  const where: Where = {
    ...{ deal, productId: product?.id ?? null, ownerId: deal.ownerOn(day).id },
    ...{ unit: unitKey(deal, day), channel: draws.pick(["visit", "phone", "message", "form"]) },
  };
  if (deal.outcome === "lost") {
    if (!draws.chance(camera === "weak" ? 0.65 : 0.22)) return [];
    const because = say.LOST[deal.loss?.reason ?? ""] ?? say.LOST.价格 ?? [];
    const text = camera === "weak" ? draws.pick(say.CAMERA_WEAK) : draws.pick(because);
    const competitor = camera === "weak" ? RIVAL : (deal.loss?.competitor ?? null);
    return [
      feedback(day, { kind: "lost_deal", score: null, text, competitor }, where, world, draws),
    ];
  }
  if (!draws.chance(0.42)) return [];
  return [feedback(day, surveyOf(camera, draws), where, world, draws)];
}

function surveyOf(camera: "weak" | "strong" | null, draws: Draws): Voice {
  const mood = draws.weighted(["good", "mixed", "bad"] as const, (m) => {
    const weights = { weak: [30, 35, 35], strong: [74, 20, 6], plain: [58, 28, 14] };
    return weights[camera ?? "plain"][["good", "mixed", "bad"].indexOf(m)] ?? 1;
  });
  const scores = { good: [9, 10], mixed: [7, 8], bad: [2, 6] }[mood];
  const kind = draws.weighted(["nps", "csat", "ces", "complaint", "suggestion"] as const, (k) =>
    k === "nps" ? 60 : k === "complaint" ? (mood === "bad" ? 40 : 0) : k === "suggestion" ? 5 : 11,
  );
  const nps = draws.integer(scores[0] ?? 0, scores[1] ?? 10);
  const score = {
    ...{ nps, csat: { good: 5, mixed: 4, bad: 2 }[mood], ces: { good: 7, mixed: 5, bad: 2 }[mood] },
    ...{ complaint: null, suggestion: null },
  }[kind];
  const own = {
    good: camera === "strong" ? say.CAMERA_STRONG : say.PROJECT_GOOD,
    mixed: camera === "weak" ? say.CAMERA_WEAK : say.PROJECT_MIXED,
    bad: camera === "weak" ? say.CAMERA_WEAK : say.PROJECT_BAD,
  }[mood];
  const text = draws.pick(kind === "suggestion" ? say.SUGGESTIONS : own);
  const named = COMPETITORS.find(
    ({ name, nameEn }) => text.includes(name) || text.includes(nameEn),
  );
  return { kind, score, text, competitor: named?.name ?? null };
}

/** A few surveys and complaints a week in each store; in the weak ones they are about its staff. */
function ofStores(world: World, draws: Draws): DemoFeedback[] {
  const stores = world.units.filter(({ type }) => type === "store");
  const days = daysOf({ from: world.from, to: addDays(world.asOf, 1) });
  return stores.flatMap((store) => {
    const staff = world.people.reps.filter((rep) => rep.stints.some((s) => s.unit === store.key));
    return days.flatMap((day) => {
      if (!draws.chance(0.045 * store.size)) return [];
      const present = staff.filter((rep) => unitOn(rep, day) === store.key);
      if (present.length === 0) return [];
      const where: Where = {
        ...{ deal: null, unit: store.key, channel: draws.pick(["store", "form", "online"]) },
        productId: draws.chance(0.3) ? draws.pick(world.products).id : null,
        ownerId: draws.pick(present).id,
      };
      const trained = diffDays(day, world.asOf) < TRAINING.done;
      const weak = world.plants && store.key in WEAK_STORES && !trained;
      return [feedback(day, inStore(weak, draws), where, world, draws)];
    });
  });
}

function inStore(weak: boolean, draws: Draws): Voice {
  const good = draws.chance(weak ? 0.3 : 0.76);
  const text = draws.pick(good ? say.STORE_GOOD : weak ? say.STORE_WEAK : say.STORE_BAD);
  const kind = draws.weighted(["csat", "nps", good ? "praise" : "complaint"] as const, (k) =>
    k === "csat" ? 55 : 22,
  );
  const score = {
    ...{ csat: good ? draws.integer(4, 5) : draws.integer(1, 3) },
    ...{ nps: good ? draws.integer(8, 10) : draws.integer(0, 6), praise: null, complaint: null },
  }[kind];
  return { kind, score, text, competitor: null };
}
