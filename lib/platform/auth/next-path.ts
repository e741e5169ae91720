/** Request header in which the proxy tells a page its own path and query. */
export const PATH_HEADER = "x-closeloop-path";

/**
 * A path of this product to go on to after sign-in, or "/" for anything else: addresses of other
 * sites, `//host`, `/\host`, control characters and the sign-in pages themselves.
 */
export function safeNextPath(next: string | null | undefined): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop them, `/<tab>/host` would leave
  if (!next?.startsWith("/") || /[\\\u0000-\u001f\u007f]/.test(next) || next.startsWith("//"))
    return "/";
  const url = new URL(next, "http://closeloop.invalid");
  if (url.host !== "closeloop.invalid" || /^\/(sign-in|setup|api)(\/|$)/.test(url.pathname))
    return "/";
  if (url.pathname.startsWith("//")) return "/";
  return `${url.pathname}${url.search}${url.hash}`;
}

/** The sign-in page that leads back to `path`. */
export function signInPath(path: string | null): string {
  const next = safeNextPath(path);
  return next === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`;
}
