const CODES = new Set(["signInFailed", "tooManyAttempts", "unexpected"]);

async function post(path: string, fields: Record<string, string>): Promise<Response> {
  const csrf = await fetch("/api/auth/csrf", { cache: "no-store" });
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const body = new URLSearchParams({ ...fields, csrfToken, json: "true" });
  return fetch(`/api/auth/${path}`, { method: "POST", body });
}

async function addressIn(response: Response): Promise<string> {
  return ((await response.json()) as { url?: string }).url ?? "";
}

/** Signs in with a password. Answers like a server action: no error, or its code. */
export async function requestSignIn(input: {
  email: string;
  password: string;
}): Promise<{ serverError?: { code: string } }> {
  const response = await post("callback/credentials", input);
  if (response.ok) return {};
  const url = new URL(await addressIn(response), location.href);
  const code = url.searchParams.get("error") ?? "";
  return { serverError: { code: CODES.has(code) ? code : "signInFailed" } };
}

/** The address of the single sign-on page to go to. */
export async function requestSingleSignOn(next: string): Promise<string> {
  return addressIn(await post("signin/oidc", { callbackUrl: next }));
}
