import { z } from 'zod';

const minuteMs = 60_000;

const lengthsMs: Readonly<Record<string, number>> = {
  '1h': 60 * minuteMs,
  '24h': 24 * 60 * minuteMs,
  '7d': 7 * 24 * 60 * minuteMs,
  '30d': 30 * 24 * 60 * minuteMs,
};

/** `1h`, `24h`, `7d`, `30d`, or a date. Empty means all time. */
export const period = z
  .string()
  .refine((text) => text === '' || periodStart(text, 0) !== undefined, 'Choose 1h, 24h, 7d, 30d or a date');

/**
 * Start of the period that ends now, rounded to the minute so that equal requests are cached. A date starts at its UTC
 * day.
 */
export const periodStart = (period: string, nowMs: number): Date | undefined => {
  const lengthMs = lengthsMs[period];
  if (lengthMs !== undefined) return new Date(Math.floor((nowMs - lengthMs) / minuteMs) * minuteMs);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(period)) return undefined;
  const day = new Date(`${period}T00:00:00Z`);
  // The database has no year 0.
  return Number.isNaN(day.getTime()) || day.getUTCFullYear() === 0 ? undefined : day;
};
