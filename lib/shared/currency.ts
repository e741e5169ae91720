/** ISO 4217 codes the runtime knows, in alphabetical order. */
export function knownCurrencies(): readonly string[] {
  return Intl.supportedValuesOf("currency");
}

export function isCurrency(code: string): boolean {
  return knownCurrencies().includes(code);
}
