import Link from "next/link";
import type { ReactNode } from "react";
import { cx } from "../ui/cx";
import { VisuallyHidden } from "../ui/small-parts";
import { chartColor } from "./chart-color";
import { ChartFrame } from "./chart-frame";
import type { ChartFrameProps, ChartTable } from "./chart-types";

export type Panel = {
  id: string;
  label: string;
  /** Before the label, e.g. the rank, and the page that explains both. */
  lead?: string;
  leadHref?: string;
  /** The figure of the whole time, and its page. */
  value: string;
  href?: string;
  /** Beside the figure, e.g. a Tag. */
  tag?: ReactNode;
  /** What its plot shows, in words. */
  alt: string;
  values: readonly (number | null)[];
};

type SmallMultiplesProps = Omit<ChartFrameProps, "height"> & {
  panels: readonly Panel[];
  /** A quiet line in every panel, e.g. the median of all. */
  reference?: readonly (number | null)[];
  /** The first and the last time. */
  ends: readonly [string, string];
  /** Every panel from its own highest to 0: shapes only compare, levels do not. */
  ownScale?: boolean;
  /** So many panels stand open, the others below this line. */
  open?: number;
  more?: string;
  table: ChartTable;
};

const HEIGHT = 44;
const WIDTH = 100;

/** One small chart a member over the same time and on the same scale, so that their shapes and levels compare. */
export function SmallMultiples(props: SmallMultiplesProps) {
  const { panels, reference = [], ends, open = 24, more, table, ownScale, ...frame } = props;
  const shared = scaleOf([...panels.flatMap(({ values }) => values), ...reference]);
  const scaleFor = ({ values }: Panel) => (ownScale ? scaleOf([...values, ...reference]) : shared);
  const grid = (some: readonly Panel[]) => (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] gap-x-4 gap-y-3 px-1 pt-1">
      {some.map((panel) => (
        <PanelPlot key={panel.id} {...{ panel, reference, ends }} scale={scaleFor(panel)} />
      ))}
    </ul>
  );
  return (
    <ChartFrame {...frame} panels table={table}>
      {grid(panels.slice(0, open))}
      {panels.length > open ? (
        <details className="mt-3 px-1">
          <summary className="link mb-2 cursor-pointer text-sm">{more}</summary>
          {grid(panels.slice(open))}
        </details>
      ) : null}
    </ChartFrame>
  );
}

type Scale = { low: number; high: number };

function scaleOf(values: readonly (number | null)[]): Scale {
  const known = values.filter((value) => value !== null);
  return { low: Math.min(0, ...known), high: Math.max(0, ...known) };
}

function PanelPlot({
  panel,
  reference,
  ends,
  scale,
}: {
  panel: Panel;
  reference: readonly (number | null)[];
  ends: readonly [string, string];
  scale: Scale;
}) {
  const { label, lead, leadHref, value, href, tag, alt, values } = panel;
  return (
    <li className="min-w-0">
      <Linked href={leadHref} className="flex min-w-0 items-baseline gap-1 text-sm leading-6">
        {lead ? <span className="text-2xs text-muted tabular-nums">{lead}</span> : null}
        <span className="min-w-0 truncate font-medium" title={label}>
          {label}
        </span>
      </Linked>
      <div className="flex flex-wrap items-center gap-x-1.5 text-ink2 text-xs tabular-nums">
        <Linked href={href} className="min-w-6 leading-6">
          <VisuallyHidden>{label} </VisuallyHidden>
          {value}
        </Linked>
        {tag}
      </div>
      <svg
        role="img"
        aria-label={alt}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="mt-1 block h-14 w-full"
      >
        <line
          {...{ x1: 0, x2: WIDTH, y1: place(0, scale), y2: place(0, scale) }}
          stroke="var(--line2)"
          vectorEffect="non-scaling-stroke"
        />
        <Course values={reference} scale={scale} color="var(--muted)" dashed />
        <Course values={values} scale={scale} color={chartColor(1)} />
      </svg>
      <div className="flex justify-between text-2xs text-muted" aria-hidden="true">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </div>
    </li>
  );
}

/** High enough for a finger. */
function Linked({
  href,
  className,
  children,
}: {
  href: string | undefined;
  className: string;
  children: ReactNode;
}) {
  if (!href) return <span className={className}>{children}</span>;
  return (
    <Link
      href={href}
      prefetch={false}
      className={cx(className, "rounded-[3px] hover:text-accent hover:underline")}
    >
      {children}
    </Link>
  );
}

const place = (value: number, { low, high }: Scale) =>
  2 + (1 - (value - low) / (high - low || 1)) * (HEIGHT - 4);

/** A line with gaps where there is no figure; one alone between gaps is a short stroke. */
function Course({
  values,
  scale,
  color,
  dashed,
}: {
  values: readonly (number | null)[];
  scale: Scale;
  color: string;
  dashed?: boolean;
}) {
  const step = values.length > 1 ? WIDTH / (values.length - 1) : 0;
  let path = "";
  for (const [index, value] of values.entries()) {
    if (value === null) continue;
    const [x, y] = [(index * step).toFixed(1), place(value, scale).toFixed(1)];
    const joined = index > 0 && values[index - 1] !== null;
    path += joined ? `L${x} ${y}` : `M${x} ${y}h0.1`;
  }
  return (
    <path
      d={path}
      fill="none"
      stroke={color}
      strokeWidth={dashed ? 1 : 1.6}
      strokeDasharray={dashed ? "3 3" : undefined}
      strokeLinejoin="round"
      strokeLinecap="round"
      vectorEffect="non-scaling-stroke"
    />
  );
}
