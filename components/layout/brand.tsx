/** Mark of the product: an open ring closed by a tick. */
export function BrandMark({ size = 22 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      className="shrink-0"
      aria-hidden="true"
    >
      <path
        d="M20.5 12a8.5 8.5 0 1 1-3-6.5"
        stroke="var(--accent)"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
      <path
        d="M7.8 12.3l3.1 3L20.6 5"
        stroke="var(--ink)"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

/** Mark with the product's name. */
export function Brand({ name }: { name: string }) {
  return (
    <span className="flex items-center gap-2 font-semibold tracking-[-0.01em]">
      <BrandMark />
      {name}
    </span>
  );
}
