"use client";
import { ChartLine, Download, Table2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import { IconButton } from "../ui/button";
import { CardHeader } from "../ui/card";
import { cx } from "../ui/cx";
import { Menu, MenuItem } from "../ui/menu";
import type { ChartFrameProps, ChartTable, LegendItem } from "./chart-types";
import { Legend } from "./legend";
import { TableView } from "./table-view";

type FrameProps = ChartFrameProps & {
  legend?: readonly LegendItem[];
  /** The figures as a table: shown in place of the plot, and downloaded as CSV. */
  table: ChartTable;
  /** The plot is several small ones, each an image of its own: as high as they are, no picture to download. */
  panels?: boolean;
  children: ReactNode;
};

/**
 * The one frame of every chart: title, summary in words, legend, view as table, download (CSV, PNG,
 * SVG). The plot is one image to assistive technology; the table is its equal.
 */
export function ChartFrame(props: FrameProps) {
  const { title, summary, tag, actions, height = 250, legend, table, className } = props;
  const { panels, children } = props;
  const t = useTranslations("common");
  const plot = useRef<HTMLDivElement>(null);
  const [asTable, setAsTable] = useState(false);
  const name = props.fileName ?? title;
  async function download(kind: "csv" | "png" | "svg") {
    const files = await import("./chart-export");
    if (kind === "csv") files.downloadCsv(table, name);
    else if (plot.current)
      await (kind === "png" ? files.downloadPng : files.downloadSvg)(plot.current, name);
  }
  return (
    <section
      className={cx("min-w-0 rounded-card border border-line bg-surface shadow-card", className)}
    >
      <CardHeader
        title={title}
        sub={summary}
        tag={tag}
        actions={
          <>
            {actions}
            <IconButton
              size="sm"
              label={asTable ? t("showAsChart") : t("showAsTable")}
              aria-pressed={asTable}
              icon={asTable ? <ChartLine aria-hidden="true" /> : <Table2 aria-hidden="true" />}
              onClick={() => setAsTable(!asTable)}
            />
            <Menu
              trigger={
                <IconButton
                  size="sm"
                  label={t("download")}
                  icon={<Download aria-hidden="true" />}
                />
              }
            >
              <MenuItem onClick={() => download("csv")}>{t("downloadCsv")}</MenuItem>
              {panels ? null : (
                <>
                  <MenuItem disabled={asTable} onClick={() => download("png")}>
                    {t("downloadPng")}
                  </MenuItem>
                  <MenuItem disabled={asTable} onClick={() => download("svg")}>
                    {t("downloadSvg")}
                  </MenuItem>
                </>
              )}
            </Menu>
          </>
        }
      />
      <div className="px-3 pt-2 pb-3">
        {legend && legend.length > 0 ? <Legend items={legend} /> : null}
        {table.rows.length === 0 ? (
          <p className="flex items-center justify-center text-muted text-sm" style={{ height }}>
            {t("noData")}
          </p>
        ) : asTable ? (
          <TableView label={title} table={table} height={height} />
        ) : panels ? (
          children
        ) : (
          <div ref={plot} role="img" aria-label={`${title}. ${summary}`} style={{ height }}>
            {children}
          </div>
        )}
      </div>
    </section>
  );
}
