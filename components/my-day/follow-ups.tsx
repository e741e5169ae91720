import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";

type FollowUpsProps = {
  title: string;
  sub?: string;
  /** Said where there are none. */
  empty: string;
  /** The way to more of them. */
  allHref: string;
  /** The list; nothing where it is empty. */
  children: ReactNode;
  actions?: ReactNode;
};

/** A card of follow-ups with the way to all of them. */
export async function FollowUps({ title, sub, empty, allHref, children, actions }: FollowUpsProps) {
  const t = await getTranslations("myDay");
  return (
    <Card
      flush
      title={title}
      sub={sub}
      actions={
        actions ?? (
          <LinkButton href={allHref} variant="ghost" size="sm">
            {t("all")}
          </LinkButton>
        )
      }
    >
      {children ?? <p className="px-4 pt-1 pb-4 text-muted text-sm">{empty}</p>}
    </Card>
  );
}
