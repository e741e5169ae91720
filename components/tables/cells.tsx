import Link from "next/link";
import type { ReactNode } from "react";

/** Text of one line that is cut where it would push the table apart; the whole stands in its title. */
export function ClippedCell({ text, href }: { text: string; href?: string }) {
  const className = "block max-w-52 truncate phone:max-w-60";
  return href ? (
    <Link
      href={href}
      title={text}
      className={`${className} rounded hover:text-accent hover:underline`}
    >
      {text}
    </Link>
  ) : (
    <span title={text} className={className}>
      {text}
    </span>
  );
}

/** An amount with what is quietly said of it below: the original currency, that it is estimated. */
export function AmountCell({
  amount,
  note,
  title,
}: {
  amount: string;
  note?: ReactNode;
  title?: string;
}) {
  return (
    <span title={title}>
      {amount}
      {note ? <span className="block text-2xs text-muted">{note}</span> : null}
    </span>
  );
}

/** Decimals a column of amounts needs: none where all are whole, so that the digits stand below each other. */
export function decimalsOf(amounts: readonly (number | null)[]): number {
  return amounts.some((amount) => amount !== null && !Number.isInteger(amount)) ? 2 : 0;
}
