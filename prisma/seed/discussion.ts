import type { NotificationKind } from "@/lib/discussion/domain/notification";
import { addDays, type BusinessDate } from "@/lib/shared/business-date";
import type { RecordKind } from "@/lib/shared/record";
import { SMART_CAMERA } from "./catalog";
import type { DemoDeal } from "./deals";
import { type Draws, drawsOf } from "./draws";
import type { Row } from "./insert";
import { DEMO_SIGN_INS } from "./people";
import type { World } from "./world";

/** Who speaks: the rep of the demo sign-in, their manager, the admin. */
type Speaker = "rep" | "manager" | "admin";
type Line = {
  /** Days before the last day, and the time. */
  before: number;
  time: string;
  by: Speaker;
  /** `@rep` and so on become mentions. */
  text: string;
  /** Answers the line before. */
  answers?: true;
};

type About = "camera" | "latest" | "second" | "customer" | "note" | "voice";

/** What is said about records of the rep and the latest news of the market, the last two days unread. */
const TALKS: readonly { about: About; lines: Line[] }[] = [
  {
    about: "note",
    lines: [
      {
        ...{ before: 5, time: "09:15", by: "manager" },
        text: "@rep 在谈的客户里有人提到这款吗？ Has any of your customers asked about it?",
      },
      {
        ...{ before: 4, time: "18:02", by: "rep", answers: true },
        text: "有一家问过价格，附上他们收到的传单。 One asked for the price; their leaflet is attached.",
      },
    ],
  },
  {
    about: "voice",
    lines: [
      {
        ...{ before: 1, time: "11:20", by: "manager" },
        text: "@rep 今天先回一个电话，再约时间上门。 Please ring back today, then agree on a visit.",
      },
    ],
  },
  {
    about: "camera",
    lines: [
      {
        ...{ before: 6, time: "10:12", by: "rep" },
        text: "客户说看不出摄像头比视安科技的好在哪，只比价格。@manager 能不能带上新的定位材料？ The customer sees no advantage of the camera over VisiGuard and compares prices only.",
      },
      {
        ...{ before: 6, time: "11:40", by: "manager", answers: true },
        text: "@rep 用本地存储和隐私这两点讲，演示时现场断网给他看。 Lead with local storage and privacy, and pull the plug in the demo.",
      },
      {
        ...{ before: 1, time: "16:05", by: "rep", answers: true },
        text: "演示做完了，采购经理说隐私这一点打动了他。 Demo done: privacy convinced the buyer.",
      },
    ],
  },
  {
    about: "latest",
    lines: [
      {
        ...{ before: 2, time: "17:20", by: "manager" },
        text: "@rep 预计成交定在月底，还差哪一步？ Closing by the end of the month: which step is missing?",
      },
      {
        ...{ before: 1, time: "08:50", by: "rep", answers: true },
        text: "差法务确认合同，我今天电话跟进。 Their lawyers still have the contract, I call them today.",
      },
    ],
  },
  {
    about: "second",
    lines: [
      {
        ...{ before: 3, time: "14:30", by: "admin" },
        text: "@manager @rep 这个客户去年有逾期，报价前请先看付款条件。 This customer paid late last year; check the terms before the offer.",
      },
    ],
  },
  {
    about: "customer",
    lines: [
      {
        ...{ before: 4, time: "09:30", by: "manager" },
        text: "总部换了采购负责人，先约一次拜访。 Their head of purchasing is new: visit first.",
      },
      {
        ...{ before: 4, time: "10:05", by: "rep", answers: true },
        text: "已约周四上午。 Thursday morning is booked.",
      },
    ],
  },
];

const FILES = [
  {
    about: "camera",
    name: "演示要点 Demo notes.txt",
    type: "text/plain; charset=utf-8",
    text: "演示要点 Demo notes\n1. 断网后录像不丢 Recording survives without network\n2. 数据留在客户自己的设备 Data stay on the customer's device\n3. 三年质保 Three years of warranty\n",
  },
  {
    about: "note",
    name: "传单摘录 Leaflet.txt",
    type: "text/plain; charset=utf-8",
    text: "人脸锁新品预售 New face lock, pre-order\n建议零售价 Recommended price: 2,399\n下月发货 Ships next month\n",
  },
  {
    about: "latest",
    name: "报价对比 Price comparison.csv",
    type: "text/csv; charset=utf-8",
    text: "\uFEFF方案 Option,数量 Quantity,单价 Unit price\n标准 Standard,100,299\n企业 Business,100,359\n",
  },
] as const;

type Subject = { kind: RecordKind; id: string };
/** Records besides the deals that are talked about. */
export type OtherSubjects = { note?: string; voice?: string };

/**
 * Records of the rep that are talked about; the camera's is one with that product where there is one.
 * On some days the rep has fewer open deals: then less is said.
 */
function subjectsOf(
  world: World,
  deals: readonly DemoDeal[],
  rep: string,
): Partial<Record<About, Subject>> {
  const open = deals
    .filter((deal) => deal.closedOn === null && deal.ownerOn(world.asOf).id === rep)
    .toSorted((a, b) => b.engagedOn.localeCompare(a.engagedOn));
  const camera =
    open.find((deal) => deal.lines.some((line) => line.product.sku === SMART_CAMERA)) ?? open[0];
  const [latest, second] = open.filter((deal) => deal !== camera);
  const subjects: Partial<Record<About, Subject>> = {};
  if (camera) subjects.camera = { kind: "deal", id: camera.id };
  if (latest) subjects.latest = { kind: "deal", id: latest.id };
  if (second) subjects.second = { kind: "deal", id: second.id };
  if (camera) subjects.customer = { kind: "customer", id: camera.customer.id };
  return subjects;
}

export type DiscussionRows = Record<
  "comment" | "notification" | "follow" | "stored_file" | "stored_piece" | "attachment",
  Row[]
>;

/** Comments, mentions, notifications and files of the demo company. */
export function discussionRows(
  world: World,
  deals: readonly DemoDeal[],
  { note, voice }: OtherSubjects,
): DiscussionRows {
  const { reps, leaders } = world.people;
  const idOf = (email: string) =>
    [...reps, ...leaders].find((one) => one.email === email)?.id ?? "";
  const speakers = {
    rep: idOf(DEMO_SIGN_INS.rep),
    manager: idOf(DEMO_SIGN_INS.manager),
    admin: idOf(DEMO_SIGN_INS.admin),
  };
  const subjects = subjectsOf(world, deals, speakers.rep);
  if (note) subjects.note = { kind: "market_note", id: note };
  if (voice) subjects.voice = { kind: "feedback", id: voice };
  const draws = drawsOf("discussion");
  const rows: DiscussionRows = {
    ...{ comment: [], notification: [], follow: [], stored_file: [], stored_piece: [] },
    attachment: [],
  };
  for (const { about, lines } of TALKS) {
    const subject = subjects[about];
    if (subject) addTalk(rows, { lines, subject, speakers, asOf: world.asOf, draws });
  }
  for (const file of FILES) {
    const subject = subjects[file.about];
    if (!subject) continue;
    const at = `${addDays(world.asOf, -1)}T15:10:00+08:00`;
    addFile(rows, { ...file, at, subject, by: speakers.rep, draws });
  }
  return rows;
}

type Talk = {
  lines: readonly Line[];
  subject: Subject;
  speakers: Record<Speaker, string>;
  asOf: BusinessDate;
  draws: Draws;
};

function addTalk(rows: DiscussionRows, { lines, subject, speakers, asOf, draws }: Talk): void {
  const about = { subject_kind: subject.kind, subject_id: subject.id };
  let before: { id: string; by: string } | null = null;
  const joined = new Set<string>();
  for (const line of lines) {
    const day = addDays(asOf, -line.before);
    const by = speakers[line.by];
    const comment: string = draws.id(day);
    const at = `${day}T${line.time}:00+08:00`;
    const mentioned = [...line.text.matchAll(/@(rep|manager|admin)/g)].map(
      (match) => speakers[match[1] as Speaker],
    );
    const body = line.text.replace(
      /@(rep|manager|admin)/g,
      (_, who: Speaker) => `@{${speakers[who]}}`,
    );
    const answered: string[] = line.answers && before ? [before.by] : [];
    rows.comment.push({
      ...{ id: comment, ...about, author_id: by, body, created_at: at },
      reply_to_id: line.answers && before ? before.id : null,
    });
    const told = new Map<string, NotificationKind>();
    for (const person of [...joined, speakers.rep]) told.set(person, "comment");
    for (const person of answered) told.set(person, "reply");
    for (const person of mentioned) told.set(person, "mention");
    for (const [person, kind] of told) {
      if (person === by) continue;
      rows.notification.push({
        ...{ id: draws.id(day), user_id: person, kind, actor_id: by, ...about, created_at: at },
        ...{ details: { comment }, read_at: line.before > 2 ? at : null },
      });
    }
    joined.add(by);
    before = { id: comment, by };
  }
  for (const person of joined) rows.follow.push({ user_id: person, ...about, following: true });
}

type DemoFile = {
  name: string;
  type: string;
  text: string;
  at: string;
  subject: Subject;
  by: string;
  draws: Draws;
};

function addFile(rows: DiscussionRows, { name, type, text, at, subject, by, draws }: DemoFile) {
  const day = at.slice(0, 10) as BusinessDate;
  const about = { subject_kind: subject.kind, subject_id: subject.id };
  const bytes = Buffer.from(text);
  const file = draws.id(day);
  const facts = { name, size: bytes.length, created_at: at };
  rows.stored_file.push({ id: file, user_id: by, ...about, ...facts, ready_at: at });
  rows.stored_piece.push({ file_id: file, part: 0, bytes: `\\x${bytes.toString("hex")}` });
  rows.attachment.push({
    ...{ id: draws.id(day), ...about, author_id: by, file_id: file, content_type: type, ...facts },
  });
}
