"use client";
import { type DialogProps, LazyPanel } from "./dialog";

/** Panel from the side of the window (30 rem); right sheets fill a phone's screen. */
export function Sheet({ side = "right", ...props }: DialogProps & { side?: "right" | "left" }) {
  return <LazyPanel {...props} shape={side} />;
}
