/** Signs in as the sign-in page does; the value of the `cookie` header afterwards. */
export async function cookieOf(
  address: string,
  account: { email: string; password: string },
): Promise<string> {
  const first = await fetch(`${address}/api/auth/csrf`);
  const { csrfToken } = (await first.json()) as { csrfToken: string };
  const before = cookiesSet(first);
  const answer = await fetch(`${address}/api/auth/callback/credentials`, {
    method: "POST",
    headers: { cookie: before },
    body: new URLSearchParams({ ...account, csrfToken, json: "true" }),
  });
  if (!answer.ok) throw new Error(`Signing in was answered with ${answer.status}.`);
  return [before, cookiesSet(answer)].join("; ");
}

function cookiesSet(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";", 1)[0])
    .join("; ");
}
