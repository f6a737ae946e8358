import { plainText } from '../api/plain-text.ts';

const SYMBOLS: Readonly<Record<string, string>> = { GBP: '£', EUR: '€', USD: '$', CHF: 'CHF' };

const KNOWN = new Set(Intl.supportedValuesOf('currency'));

export function isCurrency(code: unknown): code is string {
  return typeof code === 'string' && KNOWN.has(code);
}

export function currencySymbol(code: unknown): string {
  return typeof code === 'string' ? (SYMBOLS[code] ?? code) : '';
}

/** Minor units in one major unit: 100 for the demo firm's currencies, 1 for a currency without minor units. */
export function currencyBaseUnit(code: unknown): number {
  if (!isCurrency(code)) return 100;
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency: code }).resolvedOptions();
  return 10 ** (digits.maximumFractionDigits ?? 2);
}

/**
 * Parses a `price` in major units, with or without symbol and thousands separators. Undefined when it is not an amount.
 */
export function priceInCents(price: unknown, currency: unknown): number | null | undefined {
  if (price === null || price === undefined || price === '') return null;
  const amount = typeof price === 'number' ? price : parseAmount(plainText(price));
  if (!Number.isFinite(amount)) return undefined;
  return Math.round(Number((amount * currencyBaseUnit(currency)).toFixed(4)));
}

function parseAmount(text: string): number {
  const digits = text.replaceAll(/[^0-9.-]/g, '');
  return digits === '' ? Number.NaN : Number(digits);
}

export function showPrice(cents: unknown, currency: unknown): string {
  if (typeof cents !== 'number') return 'TBD';
  const unit = currencyBaseUnit(currency);
  const digits = unit === 1 ? 0 : 2;
  const amount = (cents / unit).toLocaleString('en-US', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return `${currencySymbol(currency)}${amount}`;
}
