import { forgetDrafts } from "@/components/forms/draft-store";

/** Ends the session of this browser and goes to sign-in. */
export async function signOut(): Promise<void> {
  const csrf = await fetch("/api/auth/csrf", { cache: "no-store" });
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const body = new URLSearchParams({ csrfToken, json: "true", callbackUrl: "/sign-in" });
  await fetch("/api/auth/signout", { method: "POST", body });
  forgetDrafts();
  // A full load: nothing of the person's pages stays in the browser's memory.
  location.assign("/sign-in");
}
