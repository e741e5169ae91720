"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { MenuRadioGroup } from "../ui/menu";
import { SegmentedControl } from "../ui/radio-group";

export type Theme = "light" | "dark" | "system";

type ThemeSwitchProps = {
  value: Theme;
  /** Stores the choice (cookie or profile); the page changes at once without it. */
  onChange: (theme: Theme) => unknown;
  /** "menu": as lines of a Menu; "segmented": as a control on a page. */
  as?: "menu" | "segmented";
};

/** Light, dark or the system's theme; applied to <html data-theme> at once. */
export function ThemeSwitch({ value, onChange, as = "segmented" }: ThemeSwitchProps) {
  const t = useTranslations("common");
  const [theme, setTheme] = useState(value);
  const options = [
    { value: "light", label: t("themeLight") },
    { value: "dark", label: t("themeDark") },
    { value: "system", label: t("themeSystem") },
  ];
  const choose = (next: string) => {
    const chosen = next === "light" || next === "dark" ? next : "system";
    setTheme(chosen);
    if (chosen === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = chosen;
    onChange(chosen);
  };
  return as === "menu" ? (
    <MenuRadioGroup label={t("theme")} options={options} value={theme} onValueChange={choose} />
  ) : (
    <SegmentedControl
      aria-label={t("theme")}
      options={options}
      value={theme}
      onValueChange={choose}
    />
  );
}

type LanguageSwitchProps = {
  /** Locale code, e.g. "zh-CN". */
  value: string;
  /** Stores the choice and refreshes the page. */
  onChange: (locale: string) => unknown;
  options?: readonly { value: string; label: string }[];
  as?: "menu" | "segmented";
};

const LANGUAGES = [
  { value: "zh-CN", label: "简体中文" },
  { value: "en", label: "English" },
];

/** Language of the interface; each language is named in itself. */
export function LanguageSwitch({
  value,
  onChange,
  options = LANGUAGES,
  as = "segmented",
}: LanguageSwitchProps) {
  const t = useTranslations("common");
  return as === "menu" ? (
    <MenuRadioGroup
      label={t("language")}
      options={options}
      value={value}
      onValueChange={onChange}
    />
  ) : (
    <SegmentedControl
      aria-label={t("language")}
      options={options}
      value={value}
      onValueChange={onChange}
    />
  );
}
