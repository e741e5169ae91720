import {
  FileText,
  GraduationCap,
  type LucideIcon,
  Mail,
  MapPin,
  MessageCircle,
  Phone,
  Presentation,
  Users,
} from "lucide-react";
import type { ActivityKind } from "@/lib/activities/domain/activity";

const ICON: Record<ActivityKind, LucideIcon> = {
  call: Phone,
  visit: MapPin,
  meeting: Users,
  mail: Mail,
  message: MessageCircle,
  proposal: FileText,
  demo: Presentation,
  training: GraduationCap,
};

/** The sign of a kind of follow-up; its word stands beside it. */
export function KindIcon({ kind }: { kind: ActivityKind }) {
  const Icon = ICON[kind];
  return <Icon aria-hidden="true" className="size-4 shrink-0" />;
}
