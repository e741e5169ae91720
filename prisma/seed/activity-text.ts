import type { ActivityKind } from "@/lib/activities/domain/activity";
import type { Draws } from "./draws";

type Talk = { subject: string; notes: string };

const talk = (subject: string, notes: string): Talk => ({ subject, notes });

/** What is talked about in each stage, by kind; both languages in one line, as people type them. */
const TALKS: Record<number, Partial<Record<ActivityKind, readonly Talk[]>>> = {
  1: {
    call: [
      talk("首次联系 First call", "有需求，约下周细谈 Interested; will talk in detail next week"),
      talk("了解需求 Asked about needs", "旧系统两年没换 Old system, two years without change"),
    ],
    message: [
      talk("发送公司资料 Sent company profile", "已读，等回复 Read; waiting for an answer"),
    ],
    mail: [talk("介绍方案 Introduced the solution", "转给了设施部 Passed on to facilities")],
  },
  2: {
    visit: [
      talk("现场勘测 Site survey", "三层楼，约 40 个点位 Three floors, about 40 points"),
      talk("拜访设施经理 Met the facilities manager", "预算下季度批 Budget approved next quarter"),
    ],
    meeting: [talk("需求会 Needs meeting", "看重交货和服务 Delivery and service matter most")],
  },
  3: {
    demo: [
      talk("产品演示 Product demo", "演示满意，等待预算 Liked the demo; waiting for budget"),
      talk(
        "夜视效果演示 Night-vision demo",
        "觉得与竞品差别不大 Sees little difference to the rival",
      ),
    ],
    proposal: [
      talk("发送方案与报价 Sent proposal and quote", "希望再优惠 Asks for a better price"),
    ],
    call: [talk("跟进报价 Followed up on the quote", "正在内部比较 Comparing internally")],
  },
  4: {
    meeting: [talk("商务谈判 Negotiation", "条款基本一致 Terms mostly agreed")],
    call: [talk("确认合同条款 Agreed contract terms", "等法务盖章 Waiting for legal to sign")],
    visit: [
      talk(
        "与采购谈折扣 Talked discount with purchasing",
        "再让两个点可签 Two points more and they sign",
      ),
    ],
  },
};

export const TRAINING_TALK = talk(
  "产品知识培训 Product-knowledge training",
  "摄像头与门锁卖点演练，现场测验 Practised the points of cameras and locks, with a test",
);

const NEXT_KIND: Record<number, readonly ActivityKind[]> = {
  1: ["call", "visit"],
  2: ["visit", "demo"],
  3: ["call", "proposal"],
  4: ["call", "meeting"],
};

/** A talk that fits a stage, and its kind. */
export function talkIn(stage: number, draws: Draws): Talk & { kind: ActivityKind } {
  const kinds = TALKS[stage] ?? TALKS[1] ?? {};
  const kind = draws.pick(Object.keys(kinds)) as ActivityKind;
  return { kind, ...draws.pick(kinds[kind] ?? [TRAINING_TALK]) };
}

export function nextKind(stage: number, draws: Draws): ActivityKind {
  return draws.pick(NEXT_KIND[stage] ?? ["call"]);
}
