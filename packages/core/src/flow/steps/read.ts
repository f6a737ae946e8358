import { z } from 'zod';
import { fieldValueSchema } from '../field-value.ts';
import { codeSchema, defineStepKind, keySchema, recordSites, siteOf } from './step-kind.ts';

/** Reads one record or a list. Output: the record (null when missing and allowed), or an array for `list`. */
export const readStep = defineStepKind({
  title: 'Read',
  summary: 'Read a record or a list from a system.',
  isEffect: true,
  control: { runs: 'no-body' },
  config: z.strictObject({
    connection: keySchema,
    object: z.string().min(1),
    find: z.discriminatedUnion('by', [
      z.strictObject({ by: z.literal('id'), value: fieldValueSchema }),
      z.strictObject({ by: z.literal('external-id'), value: fieldValueSchema }),
      z.strictObject({ by: z.literal('fields'), fields: z.record(z.string(), fieldValueSchema) }),
      z.strictObject({ by: z.literal('list'), where: z.record(z.string(), fieldValueSchema) }),
    ]),
    /** Child lists to include, from the object's manifest. */
    include: z.array(z.string()).default([]),
    onMissing: z.enum(['fail', 'null']).default('fail'),
    missingCode: codeSchema.default('RECORD_NOT_FOUND'),
  }),
  slots: () => [],
  expressions: ({ find }) => {
    switch (find.by) {
      case 'id':
      case 'external-id':
        return [siteOf('/find/value', find.value)];
      case 'fields':
        return recordSites('/find/fields', find.fields);
      case 'list':
        return recordSites('/find/where', find.where);
    }
  },
  references: ({ connection, object }) => ({ connection, object }),
  output: ({ connection, object, include, find }, shapes) => {
    const record = shapes.record(connection, object, include);
    return find.by === 'list' ? { type: 'array', items: record } : record;
  },
});
