"use client";
import { createContext, use } from "react";

/** Closes the dialog or sheet around; null outside. */
export const PanelContext = createContext<(() => void) | null>(null);

/** A function that closes the dialog or sheet around; does nothing outside one. */
export function useClosePanel(): () => void {
  return use(PanelContext) ?? (() => undefined);
}
