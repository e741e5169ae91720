import type { ReactNode } from "react";
import type { Status } from "./tag";

export type ToastOptions = {
  status?: Status;
  description?: ReactNode;
  /** One button, usually "Undo". */
  action?: { label: string; onClick: () => void };
};
export type ToastItem = ToastOptions & { id: number; title: ReactNode; status: Status };

let items: readonly ToastItem[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function set(next: readonly ToastItem[]) {
  items = next;
  for (const listener of listeners) listener();
}

/** Shows a short message at the corner; errors stay until closed, others 5 s (10 s with an action). */
export function toast(title: ReactNode, { status = "good", ...options }: ToastOptions = {}): void {
  lastId += 1;
  set([...items, { ...options, id: lastId, title, status }].slice(-3));
}

/** Takes a message away. */
export function closeToast(id: number): void {
  set(items.filter((item) => item.id !== id));
}

export function subscribeToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function currentToasts(): readonly ToastItem[] {
  return items;
}

const NONE: readonly ToastItem[] = [];

export function serverToasts(): readonly ToastItem[] {
  return NONE;
}
