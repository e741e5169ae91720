import { redirect } from "next/navigation";
import { homeOf } from "@/components/navigation/places";
import { currentScope } from "@/lib/platform/auth/session";

/** Everybody's start: a rep's own day, the dashboard for managers and admins. */
export default async function Home() {
  redirect(homeOf((await currentScope()).role));
}
