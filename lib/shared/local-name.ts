/** The name in the reader's language; names without an English form stay as they are. */
export function localName(named: { name: string; nameEn: string | null }, locale: string): string {
  return locale === "en" ? (named.nameEn ?? named.name) : named.name;
}
