import Link from "next/link";
import { ScrollRegion } from "../tables/scroll-region";
import { alignRightClass, bodyCellClass, headCellClass } from "../tables/table-class";
import { cx } from "../ui/cx";
import type { ChartTable } from "./chart-types";

/** The figures of a chart as a table of the plot's height. First column is the row's name. */
export function TableView({
  label,
  table,
  height,
}: {
  label: string;
  table: ChartTable;
  height: number;
}) {
  return (
    <ScrollRegion label={label} style={{ maxHeight: height, minHeight: height }} className="-mx-3">
      <table className="w-full border-separate border-spacing-0">
        <thead className="sticky top-0">
          <tr>
            {table.head.map((text, index) => (
              <th
                key={text}
                scope="col"
                className={cx(headCellClass, index > 0 && alignRightClass)}
              >
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, rowIndex) => (
            <tr key={row[0]}>
              {row.map((text, index) =>
                index === 0 ? (
                  <th key={text} scope="row" className={cx(bodyCellClass, "py-1")}>
                    {text}
                  </th>
                ) : (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells have no identity but their column
                  <td key={index} className={cx(bodyCellClass, alignRightClass, "py-1")}>
                    <Linked href={table.hrefs?.[rowIndex]?.[index]} text={text} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Linked({ href, text }: { href: string | null | undefined; text: string }) {
  if (!href) return text;
  return (
    <Link href={href} prefetch={false} className="rounded-[3px] hover:underline">
      {text}
    </Link>
  );
}
