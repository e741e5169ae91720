import type { Draws } from "./draws";

/** What customers buy for, by category of the main product; both languages in one line, as people type them; all fit any sector. */
const PROJECTS: Record<string, readonly string[]> = {
  security: [
    "园区安防升级 Campus security upgrade",
    "视频监控改造 Camera refit",
    "出入口监控 Entrance cameras",
    "停车场监控 Car-park cameras",
  ],
  access: [
    "员工宿舍门锁 Staff dormitory locks",
    "办公门禁改造 Office access refit",
    "大堂通道门禁 Lobby access gates",
    "库房门锁更换 Store-room locks",
  ],
  lighting: [
    "节能照明改造 Energy-saving lighting",
    "楼层照明控制 Floor lighting control",
    "会议区灯光与窗帘 Meeting-area lights and blinds",
  ],
  audio: [
    "会议室中控 Meeting-room control",
    "前台语音中控 Reception voice control",
    "多功能厅中控 Function-hall control",
  ],
  comfort: [
    "机房环境监测 Server-room climate monitoring",
    "楼宇温控节能 Building climate control",
    "室内空气监测 Indoor air monitoring",
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
