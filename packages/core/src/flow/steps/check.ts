import { z } from 'zod';
import { fieldValueSchema } from '../field-value.ts';
import { codeSchema, conditionSite, defineStepKind, optionalSite, outputObject } from './step-kind.ts';

/**
 * Checks business rules. Every rule is evaluated. Those that do not hold become one exception that names them all.
 * Output: `{ passed: string[] }`, the codes of the rules that held.
 */
export const checkStep = defineStepKind({
  title: 'Check',
  summary: 'Stop with a business code when a rule does not hold.',
  isEffect: false,
  control: { runs: 'no-body' },
  config: z.strictObject({
    rules: z
      .array(
        z.strictObject({
          code: codeSchema,
          /** The sentence that an operator reads when the rule does not hold. */
          message: z.string().trim().min(1).max(400),
          /** Must be truthy for the rule to hold. */
          assert: fieldValueSchema,
        }),
      )
      .min(1, 'A check needs at least one rule'),
    /** What the operator may edit: the payload stored with the exception. Defaults to the trigger's payload. */
    payload: fieldValueSchema.optional(),
  }),
  slots: () => [],
  expressions: (config) => [
    ...config.rules.map((rule, index) => conditionSite(`/rules/${index}/assert`, rule.assert)),
    ...optionalSite('/payload', config.payload),
  ],
  references: () => ({}),
  output: () => outputObject({ passed: { type: 'array', items: { type: 'string' } } }),
});
