import { z } from 'zod';
import { errorClasses } from '../connector/error.ts';
import { approveStep } from './steps/approve.ts';
import { branchStep } from './steps/branch.ts';
import { callStep } from './steps/call.ts';
import { checkStep } from './steps/check.ts';
import { forEachStep } from './steps/for-each.ts';
import { lookupStep } from './steps/lookup.ts';
import { mapStep } from './steps/map.ts';
import { notifyStep } from './steps/notify.ts';
import { parallelStep } from './steps/parallel.ts';
import { publishStep } from './steps/publish.ts';
import { raiseStep } from './steps/raise.ts';
import { readStep } from './steps/read.ts';
import { respondStep } from './steps/respond.ts';
import { identifierSchema, type StepKindDefinition } from './steps/step-kind.ts';
import { waitStep } from './steps/wait.ts';
import { writeStep } from './steps/write.ts';

/** Every step kind. A new kind is a file in `steps/` and a line here. */
export const stepKinds = {
  map: mapStep,
  check: checkStep,
  branch: branchStep,
  parallel: parallelStep,
  'for-each': forEachStep,
  lookup: lookupStep,
  read: readStep,
  write: writeStep,
  publish: publishStep,
  wait: waitStep,
  approve: approveStep,
  notify: notifyStep,
  call: callStep,
  respond: respondStep,
  raise: raiseStep,
} satisfies Record<string, StepKindDefinition>;

export type StepKind = keyof typeof stepKinds;
export type StepConfig<K extends StepKind = StepKind> = z.output<(typeof stepKinds)[K]['config']>;

/**
 * Attempts after the first one, per error class. The wait doubles from `backoffMs` up to `maxBackoffMs`, with jitter.
 */
export const retrySchema = z.strictObject({
  maxAttempts: z.int().min(1).max(20).default(5),
  backoffMs: z.int().min(10).max(3_600_000).default(1000),
  maxBackoffMs: z.int().min(10).max(86_400_000).default(60_000),
  /** Defaults to the classes that may go away by themselves. */
  classes: z.array(z.enum(errorClasses)).optional(),
});
export type RetryPolicy = z.output<typeof retrySchema>;

/** The slot that every step may have. It runs when the step has finally failed, instead of stopping the run. */
export const onErrorSlot = 'onError';

interface StepFrame {
  id: string;
  name: string;
  note?: string | undefined;
  /** A disabled step is skipped with everything inside it, and gives nothing. */
  disabled?: boolean | undefined;
  retry?: RetryPolicy | undefined;
  /** Body slots by name: those that its kind offers, and `onError`. */
  bodies?: Record<string, Step[]> | undefined;
}

/** One action of a flow. All kinds have the same frame, so walking, diffing and editing do not depend on any kind. */
export type Step = { [K in StepKind]: StepFrame & { kind: K; config: StepConfig<K> } }[StepKind];
export type StepOf<K extends StepKind> = Extract<Step, { kind: K }>;

const frame = {
  id: identifierSchema,
  name: z.string().trim().min(1).max(120),
  note: z.string().max(4000).optional(),
  disabled: z.boolean().optional(),
  retry: retrySchema.optional(),
  bodies: z.lazy(() => z.record(z.string(), z.array(stepSchema))).optional(),
};

const optionOf = <K extends StepKind>(kind: K) =>
  z.strictObject({ ...frame, kind: z.literal(kind), config: stepKinds[kind].config });

const [firstKind, ...otherKinds] = Object.keys(stepKinds) as [StepKind, ...StepKind[]];

export const stepSchema: z.ZodType<Step> = z.discriminatedUnion('kind', [
  optionOf(firstKind),
  ...otherKinds.map((kind) => optionOf(kind)),
]) as unknown as z.ZodType<Step>;

/** The definition of a step's kind with the config type widened, for code that treats all kinds alike. */
export const kindOf = (step: Step): StepKindDefinition => stepKinds[step.kind];

/** True for a body that runs once per item, with `$item` and `$index`. */
export const isLoopBody = (step: Step, slot: string): boolean =>
  slot !== onErrorSlot && kindOf(step).control.runs === 'body-per-item';
