import { z } from 'zod';
import type { HttpReply } from '../kit/http-request.ts';
import type { RateReading } from '../kit/rate-reading.ts';
import type { VendorProblem } from '../kit/vendor-problem.ts';
import type { WireResponse } from '../kit/wire.ts';

const texts = z.array(z.string()).catch([]);
const context = z.object({ propertyName: texts.optional() }).catch({});
const errorBody = z
  .object({
    message: z.string().optional(),
    category: z.string().optional(),
    errorType: z.string().optional(),
    context: context.optional(),
    errors: z.array(z.object({ in: z.string().optional().catch(undefined), context: context.optional() })).catch([]),
  })
  .partial()
  .catch({});

/**
 * `{status, category, message, context, errors: [{message, in, context}]}`; a 429 has `errorType`. Some messages about
 * values hold a list in JSON, which alone names the properties.
 */
export function readProblem({ body }: HttpReply): VendorProblem {
  const { message, category, errorType, context: whole, errors = [] } = errorBody.parse(body ?? {});
  const named = [
    ...(whole?.propertyName ?? []),
    ...errors.flatMap((each) => each.context?.propertyName ?? each.in ?? []),
    ...[...(message ?? '').matchAll(/"name":"([^"]+)"/g)].map(([, name = '']) => name),
  ];
  const fields = [...new Set(named)];
  const sentence = /"message":"([^"]+)"/.exec(message ?? '')?.[1];
  return {
    code: category ?? errorType,
    message,
    ...(sentence !== undefined && { sentence: `HubSpot: ${sentence.replace(/\.?$/, '.')}` }),
    ...(fields.length > 0 && { fields }),
  };
}

/** The account’s budgets: requests left in the running interval, and the share of the day’s that is used. */
export function readRate({ headers }: WireResponse): Partial<RateReading> {
  const read = (name: string): number => Number.parseFloat(headers[`x-hubspot-ratelimit-${name}`] ?? '');
  const [remaining, intervalMs] = [read('remaining'), read('interval-milliseconds')];
  const [daily, dailyLeft] = [read('daily'), read('daily-remaining')];
  return {
    ...(Number.isFinite(remaining) && Number.isFinite(intervalMs) && { remaining, resetMs: intervalMs }),
    ...(daily > 0 && Number.isFinite(dailyLeft) && { usedShare: 1 - dailyLeft / daily }),
  };
}
