/**
 * What answers without a session; everything else does not. `/api/v1` and `/api/export` accept a
 * personal token too and refuse by themselves.
 */
const PUBLIC = [
  /^\/sign-in$/,
  /^\/forgot-password$/,
  /^\/invitation\/[^/]+$/,
  /^\/reset\/[^/]+$/,
  /^\/setup$/,
  /^\/f\/[^/]+$/,
  /^\/api\/auth\//,
  /^\/api\/health\/(live|ready)$/,
  /^\/api\/calendar\/[^/]+$/,
  /^\/api\/v1\//,
];

/** True for paths that people without a session may open. */
export function isPublicPath(pathname: string): boolean {
  return PUBLIC.some((pattern) => pattern.test(pathname));
}
