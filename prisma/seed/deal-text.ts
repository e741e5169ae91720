import type { Draws } from "./draws";

/** What customers buy for, by category of the main product; both languages in one line, as they are typed. */
const PROJECTS: Record<string, readonly string[]> = {
  security: [
    "园区安防升级 Campus security upgrade",
    "厂区监控改造 Plant camera refit",
    "门店监控上新 Store camera roll-out",
    "仓库视频联网 Warehouse video network",
  ],
  access: [
    "员工公寓门锁 Staff housing locks",
    "客房门锁更换 Guest-room locks",
    "办公门禁改造 Office access refit",
    "长租公寓交付 Rental flats handover",
  ],
  lighting: [
    "样板间灯光 Show-flat lighting",
    "楼层节能照明 Energy-saving floor lighting",
    "酒店窗帘与灯控 Hotel curtains and lighting",
  ],
  audio: [
    "会议室中控 Meeting-room control",
    "精装房中控配套 Fitted-flat control panels",
    "客房语音中控 Guest-room voice control",
  ],
  comfort: [
    "机房环境监测 Server-room climate monitoring",
    "楼宇温控节能 Building climate control",
    "教室空气监测 Classroom air monitoring",
  ],
  service: [
    "年度维保 Yearly maintenance",
    "多点运维服务 Multi-site service",
    "云存储续费 Cloud storage renewal",
  ],
};

const NEXT_STEPS: Record<number, readonly string[]> = {
  1: [
    "电话确认需求 Call about needs",
    "约首次拜访 Arrange first visit",
    "发公司资料 Send company profile",
  ],
  2: [
    "现场勘测 Site survey",
    "确认预算与决策人 Confirm budget and decision-maker",
    "安排演示 Schedule demo",
  ],
  3: [
    "发送报价 Send quote",
    "跟进方案反馈 Follow up on proposal",
    "提供试用样机 Provide trial units",
  ],
  4: [
    "确认合同条款 Agree contract terms",
    "与采购谈折扣 Discuss discount with purchasing",
    "等客户盖章 Await signature",
  ],
};

export function projectTitle(category: string, draws: Draws): string {
  return draws.pick(PROJECTS[category] ?? ["采购项目 Purchase"]);
}

export function nextStep(stage: number, draws: Draws): string {
  return draws.pick(NEXT_STEPS[stage] ?? ["跟进 Follow up"]);
}
