type ProgressBarProps = {
  label: string;
  /** 0…1; null: unknown, the bar moves. */
  value: number | null;
  /** Text at the right, e.g. "3,200 of 8,800". */
  text?: string;
};

/** Progress of long work, with its label and figure in words. */
export function ProgressBar({ label, value, text }: ProgressBarProps) {
  const share = value === null ? null : Math.min(1, Math.max(0, value));
  return (
    <div>
      <div className="mb-1 flex justify-between gap-3 text-muted text-xs">
        <span>{label}</span>
        <span className="tabular-nums">{text}</span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share === null ? undefined : Math.round(share * 100)}
        aria-valuetext={text}
        className="h-1.5 forced-color-adjust-none overflow-hidden rounded-full bg-sunken"
      >
        <div
          className={
            share === null
              ? "h-full w-1/3 animate-pulse rounded-full bg-c1"
              : "h-full rounded-full bg-c1 transition-[width]"
          }
          style={share === null ? undefined : { width: `${share * 100}%` }}
        />
      </div>
    </div>
  );
}
