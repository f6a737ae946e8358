import type { FlowDocument } from '@throughline/core/flow';
import { kindOf } from '@throughline/core/flow/step';
import { walkSteps } from '@throughline/core/flow/walk';
import type { ValidationContext } from '@throughline/core/flow/validation-context';
import { ownValue } from '@throughline/core/connector/own-value';

/** Everything that a flow uses, as `kind:key`, including what the flows it calls and its mappings use. */
export function usesOf(flow: FlowDocument, context: Pick<ValidationContext, 'mappings' | 'flows'>): string[] {
  const found = new Set<string>();
  const visit = (document: FlowDocument) => {
    for (const { step } of walkSteps(document.body)) {
      const { mapping, valueMap, flow: called } = kindOf(step).references(step.config);
      if (mapping !== undefined) visitMapping(mapping);
      if (valueMap !== undefined) found.add(`value-map:${valueMap}`);
      if (called === undefined || found.has(`flow:${called}`)) continue;
      found.add(`flow:${called}`);
      const inner = ownValue(context.flows, called);
      if (inner !== undefined) visit(inner);
    }
  };
  const visitMapping = (key: string) => {
    found.add(`mapping:${key}`);
    const text = ownValue(context.mappings, key)?.text ?? '';
    for (const [, name] of text.matchAll(/\$valueMap\s*\(\s*["']([^"']+)["']/g)) found.add(`value-map:${name}`);
  };
  visit(flow);
  return [...found];
}
