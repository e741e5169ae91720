import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Figure } from "@/components/ui/figure";
import { LinkButton } from "@/components/ui/link-button";
import { workingHref } from "@/lib/analysis/domain/working";

/** A formatted figure of the analysis that opens how it was worked out. `label` says what it is. */
export function Worked({
  self,
  at,
  label,
  value,
}: {
  self: string;
  at: string;
  label: string;
  value: string;
}) {
  const href = value === "—" ? undefined : workingHref(self, at);
  return <Figure label={label} value={value} href={href} />;
}

/** Figures within a sentence, for `t.rich`: what a tag encloses opens how it was worked out. */
export function workedWords(self: string, at: string) {
  return (chunks: ReactNode) => (
    <b key={at}>
      <Link
        href={workingHref(self, at)}
        prefetch={false}
        className="rounded-[3px] underline decoration-transparent decoration-dotted underline-offset-4 hover:decoration-edge [@media(hover:none)]:decoration-line2"
      >
        {chunks}
      </Link>
    </b>
  );
}

/** In the header of a card or chart: opens how the numbers of its sentence were worked out. */
export function WorkedLink({ self, at }: { self: string; at: string }) {
  const t = useTranslations("analysis.working");
  return (
    <LinkButton size="sm" variant="ghost" href={workingHref(self, at)}>
      {t("explain")}
    </LinkButton>
  );
}
