import { readFlow } from '@throughline/core/flow/read-flow';
import { MappingError } from '@throughline/core/mapping';
import { mappingDocument } from '@throughline/core/mapping/document';
import { readExpression } from '@throughline/core/mapping/read-expression';
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
  /** Keys of the flows whose behaviour may change, including those in the change. */
  readonly flows: readonly string[];
  /** Keys of the connections to which these flows write. */
  readonly connections: readonly string[];
}

/**
 * Finds which flows a change touches: those in it, and those that use one of its mappings or value maps. A mapping's
 * text can use a value map too.
 */
export const impactOf = (items: readonly ChangedItem[], surroundings: readonly NamedDocument[]): Impact => {
  const changed = new Set(items.map(({ kind, key }) => `${kind}:${key}`));
  const mappings = surroundings.filter(({ kind }) => kind === 'mapping');
  for (const { key, document } of mappings) {
    if (items.some((item) => item.kind === 'value-map' && usesValueMap(document, item.key)))
      changed.add(`mapping:${key}`);
  }
  const documents = new Map<string, unknown>(
    surroundings.filter(({ kind }) => kind === 'flow').map(({ key, document }) => [key, document]),
  );
  for (const { kind, key, after } of items) if (kind === 'flow') documents.set(key, after);
  const touched = [...documents]
    .map(([key, document]) => ({ key, uses: usesOf(document) }))
    .filter(
      ({ key, uses }) =>
        changed.has(`flow:${key}`) ||
        uses.names.some((name) => changed.has(name)) ||
        items.some((item) => item.kind === 'value-map' && uses.texts.some((text) => textUses(text, item.key))),
    );
  return {
    flows: touched.map(({ key }) => key).toSorted(),
    connections: [...new Set(touched.flatMap(({ uses }) => uses.writesTo))].toSorted(),
  };
};

/** True for a mapping whose text uses the value map, or computes which one it uses. */
const usesValueMap = (document: unknown, key: string): boolean => {
  const parsed = mappingDocument.safeParse(document);
  return parsed.success && textUses(parsed.data.text, key);
};

const textUses = (text: string, key: string): boolean => {
  try {
    const { valueMaps, isValueMapComputed } = readExpression(text);
    return isValueMapComputed || valueMaps.includes(key);
  } catch (error) {
    // A text that cannot be parsed does not run either.
    if (error instanceof MappingError) return false;
    throw error;
  }
};

interface FlowUses {
  readonly names: readonly string[];
  /** Expressions of its steps, which can look up value maps too. */
  readonly texts: readonly string[];
  readonly writesTo: readonly string[];
}

const usesOf = (document: unknown): FlowUses => {
  const read = readFlow(document);
  if (!read.isReadable) return { names: [], texts: [], writesTo: [] };
  const steps = [...walkSteps(read.flow.body)].map(({ step }) => step);
  const references = steps.map((step) => kindOf(step).references(step.config));
  return {
    names: references.flatMap(({ mapping, valueMap, flow }) => [
      ...(mapping === undefined ? [] : [`mapping:${mapping}`]),
      ...(valueMap === undefined ? [] : [`value-map:${valueMap}`]),
      ...(flow === undefined ? [] : [`flow:${flow}`]),
    ]),
    texts: steps.flatMap((step) =>
      kindOf(step)
        .expressions(step.config)
        .map(({ text }) => text),
    ),
    writesTo: steps.flatMap((step) => (step.kind === 'write' ? [step.config.connection] : [])),
  };
};
