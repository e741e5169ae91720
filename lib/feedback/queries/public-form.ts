import "server-only";
import { read, system } from "@/lib/platform/db/access";
import { withinQuota } from "@/lib/platform/db/quota";
import type { Scope } from "@/lib/platform/scope";
import { organisation } from "@/lib/settings/data/organisation";
import { listLinks, workingLink } from "../data/links";
import { isSurvey } from "../domain/feedback";
import { FORM_LIMITS } from "../domain/form-limits";

/**
 * What the public form of a secret asks, and who asks it: a survey and the company's name, nothing
 * else. Null for every secret that does not work, whatever the reason; `tooMany` for whoever has
 * opened so many that they are guessing.
 */
export async function openForm(secret: string, address: string) {
  if (secret.length > 100) return null;
  if (!(await withinQuota(`openings from ${address}`, FORM_LIMITS.openings))) return "tooMany";
  return system("open the public form", async (tx) => {
    const link = await workingLink(tx, secret);
    if (!link || !isSurvey(link.kind)) return null;
    const { name, nameEn } = await organisation(tx);
    return { survey: link.kind, from: { name, nameEn } };
  });
}

/** The links to the form of a deal or a customer. */
export function linksOf(scope: Scope, about: { dealId?: string; customerId?: string }) {
  return read(scope, (tx) => listLinks(tx, about));
}
