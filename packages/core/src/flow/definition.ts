import { z } from 'zod';
import { stepSchema } from './step.ts';
import { durationSchema, expressionSchema, keySchema } from './steps/step-kind.ts';
import { upgradeFlow } from './upgrades.ts';

/** Only events for which `when` holds start a run; the others are recorded as not matching. */
const triggerFrame = { name: z.string().trim().min(1).max(120), when: expressionSchema.optional() };

/**
 * Triggers about one record. `$trigger` is that record as a `read` step would return it, whether a webhook or a poll
 * reported it: the runtime reads it after the event was accepted. With `as-sent` it is what the system sent.
 */
const recordFrame = {
  ...triggerFrame,
  connection: keySchema,
  object: z.string().min(1),
  record: z.enum(['read', 'as-sent']).default('read'),
  /** Child lists to include, from the object's manifest. */
  include: z.array(z.string()).default([]),
  /** Of a deleted record only the id is left. */
  deletions: z.enum(['ignore', 'start']).default('ignore'),
};

/** What starts a flow. `$trigger` is the event's data: the record for webhook and change, the input otherwise. */
export const triggerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...recordFrame, kind: z.literal('webhook') }),
  z.strictObject({ ...recordFrame, kind: z.literal('change'), every: durationSchema.default('PT1M') }),
  z.strictObject({
    ...triggerFrame,
    kind: z.literal('schedule'),
    /** Five fields: minute, hour, day of month, month, day of week. */
    cron: z.string().trim().min(9).max(120),
    /** IANA name. The schedule follows its daylight saving time. */
    timeZone: z.string().min(1).default('UTC'),
  }),
  z.strictObject({ ...triggerFrame, kind: z.literal('event'), type: z.string().min(1) }),
  z.strictObject({ ...triggerFrame, kind: z.literal('manual') }),
  z.strictObject({ ...triggerFrame, kind: z.literal('call') }),
]);
export type Trigger = z.output<typeof triggerSchema>;
/** A trigger about one record of a system. */
export type RecordTrigger = Extract<Trigger, { readonly kind: 'webhook' | 'change' }>;

export const flowSettingsSchema = z.strictObject({
  /** Events with equal keys are the same business event, and only the first one starts a run. */
  idempotencyKey: expressionSchema.optional(),
  /** Runs with equal keys never overlap and keep arrival order. */
  orderingKey: expressionSchema.optional(),
  /** The value by which operators search: an opportunity or project number. */
  businessKey: expressionSchema.optional(),
  /**
   * Text that operators read next to the key, such as the deal's name. It may use `$steps`, and is set once they
   * have run.
   */
  businessLabel: expressionSchema.optional(),
  timeout: durationSchema.default('PT1H'),
  /** How long payloads of finished runs are kept. */
  retention: durationSchema.default('P90D'),
});

const currentFlow = z.strictObject({
  format: z.literal(2),
  description: z.string().max(4000).default(''),
  trigger: triggerSchema,
  body: z.array(stepSchema),
  settings: flowSettingsSchema.prefault({}),
});

/** A flow document: a structured program. A document in an earlier format is upgraded. See docs/wire/flow-format.md. */
export const flowSchema = z.preprocess(upgradeFlow, currentFlow);
export type FlowDocument = z.output<typeof currentFlow>;
/** A flow as a person or a file writes it. It may be in any format and may leave out defaults. */
export type FlowInput = Omit<z.input<typeof currentFlow>, 'format'> & { readonly format: 1 | 2 };

/** A value map document, format 1: exact keys to values, with an optional default. */
export const valueMapSchema = z.strictObject({
  format: z.literal(1),
  description: z.string().max(4000).default(''),
  entries: z.array(
    z.strictObject({
      key: z.string().max(400),
      value: z.union([z.string().max(4000), z.number(), z.boolean(), z.null()]),
      note: z.string().max(400).optional(),
    }),
  ),
  fallback: z.union([z.string().max(4000), z.number(), z.boolean(), z.null()]).optional(),
});
export type ValueMapDocument = z.output<typeof valueMapSchema>;
