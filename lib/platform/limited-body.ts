import "server-only";

/**
 * The body of a request, or null where it has more than `limit` bytes. What is too long is read no
 * further: a route handler has no limit of its own, and one long body would fill the memory.
 */
export async function limitedBody(
  request: Request,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (;;) {
    const read = await reader?.read();
    if (!read?.value) break;
    size += read.value.length;
    if (size > limit) {
      await reader?.cancel();
      return null;
    }
    chunks.push(read.value);
  }
  const body = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.length;
  }
  return body;
}

/** A body of JSON as a value; null for what is longer than `limit` bytes or no JSON. */
export async function limitedJson(request: Request, limit: number): Promise<unknown> {
  const body = await limitedBody(request, limit);
  try {
    return body && JSON.parse(new TextDecoder().decode(body));
  } catch {
    return null;
  }
}
