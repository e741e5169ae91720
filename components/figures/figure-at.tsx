import { Figure } from "@/components/ui/figure";
import { type FigureAddress, figureHref } from "@/lib/figures/domain/figure-link";
import { useFigureName } from "./figure-name";

/** A formatted figure that opens the page which explains it. `who` is whose it is, where a table says so. */
export function FigureAt({
  address,
  value,
  who,
}: {
  address: FigureAddress;
  value: string;
  who?: string;
}) {
  const name = useFigureName()(address);
  return <Figure label={who ? `${who} ${name}` : name} value={value} href={figureHref(address)} />;
}
