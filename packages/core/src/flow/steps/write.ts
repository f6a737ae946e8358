import { z } from 'zod';
import { fieldValueSchema } from '../field-value.ts';
import { defineStepKind, identifierSchema, keySchema, optionalSite, siteOf, outputObject } from './step-kind.ts';

const matchSchema = z.discriminatedUnion('by', [
  /** The record linked to this canonical identity earlier. */
  z.strictObject({ by: z.literal('link') }),
  /** The record that carries our external id. */
  z.strictObject({ by: z.literal('external-id') }),
  /** The record whose field has this value; an empty value does not match. */
  z.strictObject({ by: z.literal('field'), field: z.string().min(1), value: fieldValueSchema }),
]);

const undoSchema = z.discriminatedUnion('operation', [
  /** Deletes the record, but only if this run created it. */
  z.strictObject({ operation: z.literal('delete') }),
  z.strictObject({ operation: z.literal('update'), record: fieldValueSchema }),
]);

/**
 * Writes one record, once. The record comes from `mapping` applied to `input`, or from `record`.
 * Output: `{ id, effect, externalId }`; `effect` is created, updated, deleted, unchanged, skipped or repaired.
 */
export const writeStep = defineStepKind({
  title: 'Write',
  summary: 'Create, update or delete a record in a system, once.',
  isEffect: true,
  control: { runs: 'no-body' },
  config: z.strictObject({
    connection: keySchema,
    object: z.string().min(1),
    operation: z.enum(['upsert', 'create', 'update', 'delete']),
    identity: z.strictObject({
      /** Our reference for the record in that system. It makes the write repeatable. */
      externalId: fieldValueSchema,
      /** The canonical entity that the record represents. With `canonicalId`, the two sides are linked. */
      entity: z.string().min(1).optional(),
      canonicalId: fieldValueSchema.optional(),
      /** Tried in this order; the first match is updated, no match creates. */
      match: z.array(matchSchema).default([{ by: 'link' }, { by: 'external-id' }]),
    }),
    mapping: keySchema.optional(),
    input: fieldValueSchema.optional(),
    record: fieldValueSchema.optional(),
    onConflict: z.enum(['update', 'skip', 'fail']).default('update'),
    /**
     * Whether to check a record that was delivered earlier with the same content, and to repair it when it was deleted
     * or changed. The check costs one read of the record.
     */
    verify: z.enum(['always', 'never']).default('always'),
    /** How to undo the effect when a later step finally fails. */
    undo: undoSchema.optional(),
    /** Name of this write in deliveries; defaults to the step's id. */
    deliveryName: identifierSchema.optional(),
  }),
  slots: () => [],
  expressions: (config) => [
    siteOf('/identity/externalId', config.identity.externalId),
    ...optionalSite('/identity/canonicalId', config.identity.canonicalId),
    ...config.identity.match.flatMap((match, index) =>
      match.by === 'field' ? [siteOf(`/identity/match/${index}/value`, match.value)] : [],
    ),
    ...optionalSite('/input', config.input),
    ...optionalSite('/record', config.record),
    ...(config.undo?.operation === 'update' ? [siteOf('/undo/record', config.undo.record)] : []),
  ],
  references: ({ connection, object, mapping }) => ({
    connection,
    object,
    ...(mapping === undefined ? {} : { mapping }),
  }),
  output: () => outputObject(['id', 'effect', 'externalId']),
});
