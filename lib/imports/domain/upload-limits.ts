/** Bytes of one part of an upload: below what reverse proxies accept without being told. */
export const partSize = 1_000_000;

/** Largest file of an upload, in parts. */
export const mostParts = 300;
