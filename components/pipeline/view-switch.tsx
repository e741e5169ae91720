import { Kanban, List } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/link-button";
import { type DealListParams, dealListHref } from "@/lib/deals/schema";

/** From the list to the board and back with the same filters. */
export async function ViewSwitch({ to, params }: { to: "list" | "board"; params: DealListParams }) {
  const t = await getTranslations("pipeline.board");
  const { page: _, size: __, sort: ___, ...filters } = params;
  const list = dealListHref(filters);
  const href = to === "board" ? list.replace("/deals", "/deals/board") : list;
  const Icon = to === "board" ? Kanban : List;
  return (
    <LinkButton href={href} icon={<Icon aria-hidden="true" />}>
      {t(to === "board" ? "toBoard" : "toList")}
    </LinkButton>
  );
}
