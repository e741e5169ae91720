"use server";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { action, publicAction } from "@/lib/platform/action-client";
import { clientAddress } from "@/lib/platform/auth/client-address";
import { system, write } from "@/lib/platform/db/access";
import { withinQuota } from "@/lib/platform/db/quota";
import { AppError } from "@/lib/platform/errors";
import { qrCode } from "@/lib/platform/qr-code";
import { businessContext } from "@/lib/settings/data/business-context";
import { hrefWith } from "@/lib/shared/list-params";
import { insertAnswer, insertLink, revokeLink, workingLink } from "../data/links";
import { FORM_LIMITS } from "../domain/form-limits";
import { createLinkInput, feedbackInput, formAnswerInput } from "../schema";

/** A link to the public form with its QR code; it is shown once. */
export const createFeedbackLink = action
  .inputSchema(createLinkInput)
  .action(async ({ parsedInput: { origin, ...input }, ctx: { scope } }) => {
    const secret = await write(scope, (tx) => insertLink(tx, scope, input));
    const url = new URL(`/f/${secret}`, origin).href;
    return { url, qr: qrCode(url) };
  });

export const revokeFeedbackLink = action
  .inputSchema(feedbackInput)
  .action(async ({ parsedInput: { id }, ctx: { scope } }) => {
    await write(scope, (tx) => revokeLink(tx, id));
  });

/** An answer of the public form, with or without JavaScript. Both end on the thank-you page. */
export const submitAnswer = publicAction
  .inputSchema(formAnswerInput)
  .action(async ({ parsedInput: answer }) => {
    const { token, lang, inPage } = answer;
    const fail = (code: string): never => {
      if (inPage) throw new AppError(code);
      redirect(hrefWith(`/f/${encodeURIComponent(token)}`, { lang, problem: code }));
    };
    const address = clientAddress(new Headers(await headers()));
    if (!(await withinQuota(`answers from ${address}`, FORM_LIMITS.address)))
      fail("tooManyAttempts");
    const link = await system("open the public form", (tx) => workingLink(tx, token));
    const busy = link && !(await withinQuota(`answers to ${link.id}`, FORM_LIMITS.link));
    if (busy) fail("tooManyAttempts");
    // A program is thanked like everybody else, so that it learns nothing.
    if (!answer.website) {
      try {
        await system("answer the public form", async (tx) => {
          const { today } = await businessContext(tx);
          await insertAnswer(tx, answer, today);
        });
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        fail(error.code);
      }
    }
    redirect(hrefWith("/f/thanks", { lang }));
  });
