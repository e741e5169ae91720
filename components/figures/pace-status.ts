import type { Status } from "@/components/ui/tag";
import type { PaceStatus } from "@/lib/targets/domain/pace";

/** How a pace status looks. */
export const STATUS: Record<PaceStatus, Status> = { on: "good", caution: "warn", behind: "bad" };
