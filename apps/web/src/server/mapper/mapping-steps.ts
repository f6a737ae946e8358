import { kindOf } from '@throughline/core/flow/step';
import { walkSteps } from '@throughline/core/flow/walk';
import { readFlow } from '@throughline/core/flow/read-flow';
import type { NamedDocument } from '@throughline/core/db/definitions/load-documents';

/** Steps that apply a mapping to an input that they record, per flow definition. Pure. */
export const mappingSteps = (documents: readonly NamedDocument[], mappingKey: string): Map<string, Set<string>> => {
  const found = new Map<string, Set<string>>();
  for (const { kind, definitionId, document } of documents) {
    const read = kind === 'flow' ? readFlow(document) : undefined;
    if (read?.isReadable !== true) continue;
    for (const { step } of walkSteps(read.flow.body)) {
      const { mapping, object } = kindOf(step).references(step.config);
      // A write step records the record that it wrote, not the input of its mapping.
      if (mapping !== mappingKey || object !== undefined) continue;
      const steps = found.get(definitionId) ?? new Set<string>();
      found.set(definitionId, steps.add(step.id));
    }
  }
  return found;
};
