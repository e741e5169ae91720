import { lookForFindings } from "@/lib/findings/data/look-for-findings";
import { saveFindings } from "@/lib/findings/data/save-findings";
import type { Tx } from "@/lib/platform/db/access";
import { addDays, toUtcMidnight } from "@/lib/shared/business-date";
import { SMART_CAMERA } from "./catalog";
import { DEMO_SIGN_INS } from "./people";
import { CAMERA, WEAK_STORES } from "./story";
import { unitFinder } from "./units";
import type { World } from "./world";

const OWN = {
  title: "苏州店周边在修地铁，客流被挡住了一半",
  titleEn: "Metro works near the Suzhou store keep half of its visitors away",
  note: "店门口围挡从春天开始，周末最明显。店长每周数客流，比去年少四成。\nThe hoarding has been up since spring; the manager counts visitors every week: 40% fewer than last year.",
};

/** Looks in days before the last one; the second is the day before anything was done about the camera. */
const LOOKS = [
  ...[{ ago: CAMERA.relaunch + 46, root: "east" }],
  ...[
    { ago: CAMERA.relaunch + 1, root: "starbridge" },
    { ago: CAMERA.relaunch + 1, root: "east" },
  ],
  ...[
    { ago: 0, root: "starbridge" },
    { ago: 0, root: "east" },
  ],
];

/**
 * Looks for findings as the company did: before anything was done about the stories, and today. The
 * East's manager has confirmed what the stories are about.
 */
export async function seedFindings(tx: Tx, { asOf, units, products, people }: World) {
  const find = unitFinder(units);
  const before = addDays(asOf, -CAMERA.relaunch - 1);
  for (const { ago, root } of LOOKS) {
    const look = await lookForFindings(tx, find(root).id, undefined, addDays(asOf, -ago));
    await saveFindings(tx, { ...look, requestedById: null });
  }
  // Told in the morning after the day they know of, and read but for the latest.
  await tx.$executeRaw`UPDATE notification n SET created_at = (f.found_on + time '07:30') AT TIME ZONE 'Asia/Shanghai',
      read_at = CASE WHEN f.found_on < ${asOf}::date THEN (f.found_on + time '08:10') AT TIME ZONE 'Asia/Shanghai' END
    FROM finding f WHERE n.kind = 'found' AND f.id = n.subject_id`;
  const manager = people.leaders.find(({ email }) => email === DEMO_SIGN_INS.manager)?.id ?? null;
  const camera = products.find(({ sku }) => sku === SMART_CAMERA)?.id;
  const stores = Object.keys(WEAK_STORES).map((store) => find(store).id);
  await tx.finding.updateMany({
    where: {
      OR: [
        { kind: "product_low", productId: camera },
        { kind: "unit_low", unitId: { in: stores } },
      ],
    },
    data: { status: "confirmed", decidedById: manager, decidedAt: toUtcMidnight(before) },
  });
  const suzhou = find("suzhou");
  await tx.finding.create({
    data: {
      ...{ ...OWN, kind: "own", unitId: suzhou.id, foundOn: toUtcMidnight(addDays(asOf, -20)) },
      createdById: people.leaders.find(({ unit }) => unit === suzhou.key)?.id ?? manager,
    },
  });
}
