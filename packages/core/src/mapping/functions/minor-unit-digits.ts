/** Decimal places of a currency's minor unit as ISO 4217 has it (GBP 2, JPY 0, BHD 3); 2 for codes it does not list. */
export function minorUnitDigits(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}
