import { badArgument } from './bad-argument.ts';
import { shownValue } from './shown-value.ts';

/**
 * The currencies in ISO 4217 without two decimal places. It is a table, because `Intl` follows the locale data of the
 * host: Node 24 gives HUF and IQD no decimals, and a mapping must round the same way in a browser.
 */
const digits = new Map<string, number>(
  (
    [
      [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
      [3, 'BHD IQD JOD KWD LYD OMR TND'],
      [4, 'CLF UYW'],
    ] as const
  ).flatMap(([count, codes]) => codes.split(' ').map((code) => [code, count] as const)),
);

/** Decimal places of a currency's minor unit (GBP 2, JPY 0, BHD 3); 2 for codes that ISO 4217 does not list. */
export function minorUnitDigits(currency: string): number {
  return digits.get(currency) ?? 2;
}

/** @throws EvaluationFailure BAD_ARGUMENT unless it has the form of an ISO 4217 code */
export function currencyCode(currency: unknown, functionName: string): string {
  if (typeof currency === 'string' && /^[A-Z]{3}$/.test(currency)) return currency;
  throw badArgument(
    `$${functionName} needs a currency code of three capitals (ISO 4217), but was given ${shownValue(currency)}.`,
    currency,
  );
}
