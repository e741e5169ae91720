/** ISO 4217 codes the runtime knows, in alphabetical order. */
export function knownCurrencies(): readonly string[] {
  return Intl.supportedValuesOf("currency");
}

export function isCurrency(code: string): boolean {
  return knownCurrencies().includes(code);
}

/** Currencies as choices: the code with its name in the reader's language. */
export function currencyChoices(locale: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(locale, { type: "currency" });
  return knownCurrencies().map((code) => {
    const name = names.of(code);
    return { value: code, label: name && name !== code ? `${code} ${name}` : code };
  });
}
