import { flowSchema } from '@throughline/core/flow';
import { kindOf } from '@throughline/core/flow/step';
import { walkSteps } from '@throughline/core/flow/walk';
import type { DefinitionKind } from '@throughline/core/db/schema/definition';

export interface NamedDocument {
  readonly definitionId: string;
  readonly kind: DefinitionKind;
  readonly key: string;
  readonly document: unknown;
}

interface ChangedItem {
  readonly kind: DefinitionKind;
  readonly key: string;
  readonly after: unknown;
}

export interface Impact {
  /** Keys of the flows whose behaviour may change, those of the change included. */
  readonly flows: readonly string[];
  /** Keys of the connections these flows write to. */
  readonly connections: readonly string[];
}

/**
 * Which flows a change touches: those in it, and those that use one of its mappings or value maps. A value map is also
 * used through a mapping's text.
 */
export const impactOf = (items: readonly ChangedItem[], surroundings: readonly NamedDocument[]): Impact => {
  const changed = new Set(items.map(({ kind, key }) => `${kind}:${key}`));
  const mappings = surroundings.filter(({ kind }) => kind === 'mapping');
  for (const { key, document } of mappings) {
    if (items.some((item) => item.kind === 'value-map' && mentionsValueMap(document, item.key)))
      changed.add(`mapping:${key}`);
  }
  const documents = new Map<string, unknown>(
    surroundings.filter(({ kind }) => kind === 'flow').map(({ key, document }) => [key, document]),
  );
  for (const { kind, key, after } of items) if (kind === 'flow') documents.set(key, after);
  const touched = [...documents]
    .map(([key, document]) => ({ key, uses: usesOf(document) }))
    .filter(({ key, uses }) => changed.has(`flow:${key}`) || uses.names.some((name) => changed.has(name)));
  return {
    flows: touched.map(({ key }) => key).toSorted(),
    connections: [...new Set(touched.flatMap(({ uses }) => uses.writesTo))].toSorted(),
  };
};

const mentionsValueMap = (document: unknown, key: string): boolean =>
  typeof document === 'object' &&
  document !== null &&
  'text' in document &&
  typeof document.text === 'string' &&
  [`"${key}"`, `'${key}'`].some((literal) => String(document.text).includes(literal));

const usesOf = (document: unknown): { readonly names: readonly string[]; readonly writesTo: readonly string[] } => {
  const parsed = flowSchema.safeParse(document);
  if (!parsed.success) return { names: [], writesTo: [] };
  const steps = [...walkSteps(parsed.data.body)].map(({ step }) => step);
  const references = steps.map((step) => kindOf(step).references(step.config));
  return {
    names: references.flatMap(({ mapping, valueMap, flow }) => [
      ...(mapping === undefined ? [] : [`mapping:${mapping}`]),
      ...(valueMap === undefined ? [] : [`value-map:${valueMap}`]),
      ...(flow === undefined ? [] : [`flow:${flow}`]),
    ]),
    writesTo: steps.flatMap((step) => (step.kind === 'write' ? [step.config.connection] : [])),
  };
};
