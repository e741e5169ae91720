import { query } from "@/tests/setup/database";
import { insertRow } from "@/tests/setup/records";

/** Whose the records are, where, and what else they name; `amount` is what everything is worth. */
export type Holder = {
  userId: string;
  unitId: string;
  amount: number;
  productId: string;
  themeId: string;
  competitorId: string;
  stages: { open: string; won: string; lost: string };
  lossReasonId: string;
};

const day = async (back: number): Promise<string> => {
  const [row] = await query<{ day: string }>("SELECT (CURRENT_DATE - $1::int)::text AS day", [
    back,
  ]);
  return row?.day ?? "";
};

/** Two customers, deals open, won, lost and shared, and the sales of half a year. */
async function business(holder: Holder) {
  const { userId, unitId, amount, productId, stages, lossReasonId, competitorId } = holder;
  const place = { owner_id: userId, unit_id: unitId };
  const word = crypto.randomUUID().slice(0, 8);
  const customer = await insertRow("customer", { ...place, name: `Secret ${word}`, sector: word });
  const deal = (more: Record<string, unknown>) =>
    insertRow("deal", {
      ...{ ...place, customer_id: customer, title: `Secret ${word}`, currency: "USD" },
      ...{ expected_amount: amount, expected_base_amount: amount, ...more },
    });
  const closed = { closed_on: await day(5), created_on: await day(90) };
  const booked = { booked_amount: amount, booked_base_amount: amount };
  const won = await deal({ stage_id: stages.won, ...closed, ...booked });
  const lost = { loss_reason_id: lossReasonId, competitor_id: competitorId };
  await deal({ stage_id: stages.lost, ...closed, ...lost });
  const open = await deal({
    ...{ stage_id: stages.open, created_on: await day(60), expected_close_on: await day(2) },
  });
  await insertRow("deal_line", { deal_id: open, product_id: productId, quantity: 2, amount });
  for (const back of [3, 20, 45, 80, 130, 200, 380])
    await insertRow("sale", {
      ...{ ...place, sold_on: await day(back), order_no: `${word}-${back}`, currency: "USD" },
      ...{ customer_id: customer, product_id: productId, quantity: 3, amount, base_amount: amount },
      ...(back === 3 ? { deal_id: won, source: "test", external_id: word } : {}),
    });
  return { word, place, customer, open, won };
}

type Business = Awaited<ReturnType<typeof business>>;

/** What people say and do about it. */
async function work(
  { userId, themeId, productId }: Holder,
  { word, place, customer, open }: Business,
) {
  const contact = await insertRow("contact", { customer_id: customer, name: `Secret ${word}` });
  const activity = await insertRow("activity", {
    ...{ ...place, kind: "visit", status: "done", day: await day(4), minutes: 77, notes: word },
    ...{ deal_id: open, customer_id: customer },
  });
  await insertRow("activity_contact", { activity_id: activity, contact_id: contact });
  const feedback = await insertRow("feedback", {
    ...{ ...place, kind: "nps", score: 2, channel: "phone", text: `Secret ${word}` },
    ...{ given_on: await day(6), customer_id: customer, deal_id: open, product_id: productId },
  });
  await insertRow("feedback_tag", { feedback_id: feedback, theme_id: themeId });
  await insertRow("feedback_link", {
    ...{ ...place, token_hash: word, kind: "nps", customer_id: customer, once: false },
    expires_at: "2999-01-01",
  });
  const run = await insertRow("finding_run", {
    ...{ root_unit_id: place.unit_id, as_of: await day(1), tests: 9, found: 1, fresh: 1 },
    milliseconds: 5,
  });
  const finding = await insertRow("finding", {
    ...{ kind: "unit_low", fingerprint: word, unit_id: place.unit_id, title: `Secret ${word}` },
    ...{ found_on: await day(1), size: 4321, run_id: run },
  });
  await insertRow("finding_evidence", { finding_id: finding, feedback_id: feedback });
  const profile = await insertRow("buying_profile", {
    ...{ deal_id: open, drivers: "{price}", motive: "growth", created_by_id: userId },
  });
  await query("INSERT INTO buying_profile_person VALUES ($1, $2, 'user')", [profile, contact]);
  return { activity, feedback, finding };
}

/** What a person keeps: talk, files, views, secrets. */
async function desk({ userId, unitId, amount }: Holder, { word, customer, open }: Business) {
  const about = { subject_kind: "deal", subject_id: open };
  await insertRow("comment", { ...about, author_id: userId, body: `Secret ${word}` });
  const file = await insertRow("stored_file", {
    ...{ ...about, user_id: userId, name: word, size: 3, ready_at: "2026-01-01" },
  });
  await query("INSERT INTO stored_piece VALUES ($1, 0, 'abc')", [file]);
  await insertRow("attachment", {
    ...{ ...about, author_id: userId, file_id: file, name: word, size: 3 },
    content_type: "text/plain",
  });
  await query("INSERT INTO follow VALUES ($1, 'deal', $2)", [userId, open]);
  await insertRow("notification", { ...about, user_id: userId, kind: "comment" });
  const view = await insertRow("saved_view", {
    ...{ list: "deals", name: word, query: "q=secret", owner_id: userId, unit_id: unitId },
  });
  await query("INSERT INTO default_view VALUES ($1, 'deals', $2) ON CONFLICT DO NOTHING", [
    userId,
    view,
  ]);
  await insertRow("api_token", { user_id: userId, name: word, token_hash: word });
  await query(
    "INSERT INTO calendar_feed (user_id, token_hash) VALUES ($1, $2) ON CONFLICT DO NOTHING",
    [userId, word],
  );
  await insertRow("deal_hand_over", {
    ...{ deal_id: open, from_id: userId, to_unit_id: unitId, due_on: "2999-01-01", note: word },
  });
  await insertRow("customer_request", {
    ...{ customer_id: customer, asked_by_id: userId, typed_name: word },
  });
  const gone = await insertRow("customer", { name: word, merged_into_id: customer });
  await insertRow("customer_merge", {
    ...{ survivor_id: customer, loser_id: gone, merged_by_id: userId, survivor_version: 1 },
    ...{ survivor_before: "{}", loser_before: JSON.stringify({ name: word, name_en: null }) },
  });
  for (const [user, kpi] of [
    [userId, "revenue"],
    [null, "revenue"],
    [userId, "new_customers"],
  ])
    await query(
      `INSERT INTO target (kpi, period_from, period_to, unit_id, user_id, target, status)
       VALUES ($1, date_trunc('quarter', CURRENT_DATE), date_trunc('quarter', CURRENT_DATE) + interval '3 months', $2, $3, $4, 'published')
       ON CONFLICT DO NOTHING`,
      [kpi, unitId, user, amount],
    );
}

/** Imports are the admins': what they keep of them. */
async function imported() {
  const word = crypto.randomUUID();
  const batch = await insertRow("import_batch", {
    ...{ source: word, mapping: "{}", files: "[]", counts: "{}", notes: "[]" },
  });
  await insertRow("import_change", { batch_id: batch, subject: "deal", created_ids: "{}" });
  await insertRow("import_alias", { source: word, kind: "units", value: "a", target: "b" });
  const upload = await insertRow("import_upload", { mapping: "{}" });
  const file = await insertRow("import_upload_file", { upload_id: upload, name: word });
  await query("INSERT INTO import_upload_chunk VALUES ($1, 0, 'abc')", [file]);
  await insertRow("import_rejection", {
    ...{ upload_id: upload, kind: "sales", file: word, row: 1, reason: "unknown" },
    ...{ '"column"': "a", value: "b", cells: "{}" },
  });
}

/** One record of every kind, or more, all of one person; ids of those that have pages. */
export async function oneOfEverything(holder: Holder) {
  const done = await business(holder);
  const { activity, feedback, finding } = await work(holder, done);
  await desk(holder, done);
  await imported();
  const { customer, open: deal, won } = done;
  const [sale] = await query<{ id: string }>("SELECT id FROM sale WHERE deal_id = $1", [won]);
  return { customer, deal, sale: sale?.id ?? "", activity, feedback, finding };
}

/** Shares a deal between two people, half each. */
export async function shareDeal(
  deal: string,
  people: readonly (readonly [user: string, unit: string])[],
) {
  for (const [at, [user, unit]] of people.entries())
    await query(
      "INSERT INTO deal_split (deal_id, user_id, unit_id, share_from, share_to) VALUES ($1, $2, $3, $4, $5)",
      [deal, user, unit, at / people.length, (at + 1) / people.length],
    );
  await query("UPDATE deal SET is_shared = true WHERE id = $1", [deal]);
}
