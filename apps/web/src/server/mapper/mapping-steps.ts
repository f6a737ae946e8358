import type { NamedDocument } from '@throughline/core/db/definitions/load-documents';
import { mappingPlaces } from '@throughline/core/flow/mapping-places';

/** Steps that apply a mapping to an input that they record, per flow definition. Pure. */
export const mappingSteps = (documents: readonly NamedDocument[], mappingKey: string): Map<string, Set<string>> => {
  const found = new Map<string, Set<string>>();
  for (const { kind, definitionId, document } of documents) {
    if (kind !== 'flow') continue;
    for (const { stepId, input } of mappingPlaces(document, mappingKey)) {
      if (input !== 'recorded') continue;
      const steps = found.get(definitionId) ?? new Set<string>();
      found.set(definitionId, steps.add(stepId));
    }
  }
  return found;
};
