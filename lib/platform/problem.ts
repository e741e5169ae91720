/**
 * An error of the API as `application/problem+json` (RFC 9457). `type` is a short name, stable for
 * programs; `detail` is for people; `errors` names the fields that are wrong.
 */
export function problem(
  status: number,
  type: string,
  detail: string,
  errors?: Record<string, string[] | undefined>,
): Response {
  const body = { type: `urn:closeloop:problem:${type}`, title: type, status, detail, errors };
  return Response.json(body, {
    status,
    headers: {
      "content-type": "application/problem+json",
      "cache-control": "no-store",
      ...(status === 401 ? { "www-authenticate": "Bearer" } : {}),
    },
  });
}
