import { createTranslator } from "next-intl";
import { createFormatter } from "@/lib/platform/i18n/format";
import type { Locale } from "@/lib/platform/i18n/locales";
import en from "@/lib/platform/i18n/messages/en.json" with { type: "json" };
import chinese from "@/lib/platform/i18n/messages/zh-CN.json" with { type: "json" };
import { DEFAULT_LOSS_REASONS, DEFAULT_STAGES } from "@/lib/settings/data/defaults";
import { localName } from "@/lib/shared/local-name";
import { COMPETITORS } from "@/prisma/seed/pipeline";

const MESSAGES: Record<Locale, typeof en> = { en, "zh-CN": chinese };

/** What tests name of the demo company. */
const DEMO = [
  ...[...DEFAULT_STAGES, ...DEFAULT_LOSS_REASONS, ...COMPETITORS],
  { name: "孙悦", nameEn: "Yue Sun" },
  { name: "周明远", nameEn: "Mingyuan Zhou" },
  { name: "陈静", nameEn: "Jing Chen" },
  { name: "智能摄像机", nameEn: "Smart Camera" },
  { name: "智能门锁", nameEn: "Smart Lock" },
];

/** The product's own words in a language: a test says what it means, in no language. */
export type Words = ReturnType<typeof translator>;

function translator(locale: Locale) {
  return createTranslator({ locale, messages: MESSAGES[locale], timeZone: "UTC" });
}

/** The words of the interface in a language. */
export const wordsOf = translator;

/** The formatter of the demo company in a language. */
export const formatterOf = (locale: Locale) => createFormatter({ locale, currency: "CNY" });

/** What the demo company calls something in a language, by its English name. */
export function demoName(nameEn: string, locale: Locale): string {
  const named = DEMO.find((one) => one.nameEn === nameEn);
  if (!named) throw new Error(`the demo company has no ${nameEn}`);
  return localName({ name: named.name, nameEn }, locale);
}
