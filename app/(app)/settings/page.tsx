import { redirect } from "next/navigation";
import { canEver } from "@/lib/people/domain/permissions";
import { scopeWhere } from "@/lib/platform/auth/session";

export default async function SettingsPage() {
  await scopeWhere((scope) => canEver(scope, "settings.manage"));
  redirect("/settings/users");
}
