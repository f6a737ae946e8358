import { z } from 'zod';

/** Says where a shape comes from: one of our entities, an object of a system, several of them together, or anything. */
export type SchemaRef =
  | { readonly kind: 'entity'; readonly entity: string; readonly version?: string | undefined }
  | {
      readonly kind: 'object';
      readonly system: string;
      readonly object: string;
      readonly include?: readonly string[] | undefined;
    }
  | { readonly kind: 'bundle'; readonly parts: Readonly<Record<string, BundlePart>> }
  | { readonly kind: 'any' };

/** `{ list }` is an array of what it refers to. */
export type BundlePart = SchemaRef | { readonly list: SchemaRef };

export const schemaRef: z.ZodType<SchemaRef> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('entity'),
      entity: z.string().min(1).describe('Name of a canonical entity, for example contract.'),
      version: z.string().min(1).optional().describe('Version of the entity; the current one when left out.'),
    }),
    z.strictObject({
      kind: z.literal('object'),
      system: z.string().min(1).describe('System id, for example salesforce.'),
      object: z.string().min(1).describe("The vendor's object name, for example Opportunity."),
      include: z.array(z.string().min(1)).optional().describe('Child lists that come along, by name.'),
    }),
    z.strictObject({
      kind: z.literal('bundle'),
      parts: z
        .record(z.string().min(1), z.union([schemaRef, z.strictObject({ list: schemaRef })]))
        .describe('Several shapes in one object, each under its name.'),
    }),
    z.strictObject({ kind: z.literal('any') }),
  ]),
);

export const mappingTest = z.strictObject({
  name: z.string().min(1).describe('What the sample shows, in a few words.'),
  input: z.unknown().describe('The source record.'),
  bindings: z.record(z.string(), z.unknown()).optional().describe('Variables, without the $.'),
  expected: z
    .unknown()
    .describe('The exact result; leave it out when the mapping must give nothing for this input.')
    .optional(),
  kept: z
    .array(
      z.strictObject({
        field: z.string().min(1).max(400).describe('Place in the test, for example input.account.Email.'),
        reason: z.string().trim().min(1).max(400).describe('Why the test needs the real value.'),
      }),
    )
    .max(500)
    .optional()
    .describe('Fields with personal data that a person chose not to mask.'),
});

/** The mapping document, format 1; docs/wire/mapping-format.md describes it for people. */
export const mappingDocument = z.strictObject({
  format: z.literal(1),
  text: z.string().describe('JSONata. The text is the truth: what the editor draws is derived from it.'),
  source: schemaRef.describe('Shape of the input.'),
  target: schemaRef.describe('Shape of the result.'),
  tests: z.array(mappingTest).describe('Inputs that were kept with their expected results, run on every change.'),
});

export type MappingTest = z.infer<typeof mappingTest>;
export type MappingDocument = z.infer<typeof mappingDocument>;
