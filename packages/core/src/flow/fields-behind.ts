import { lineageOf } from '../mapping/analysis/lineage-of.ts';
import type { PathSegment } from '../mapping/analysis/source-path.ts';
import type { MappingDocument } from '../mapping/document.ts';
import { MappingError } from '../mapping/mapping-error.ts';
import { readExpression, type ExpressionReading } from '../mapping/read-expression.ts';
import type { FlowDocument } from './definition.ts';
import { findStep } from './walk.ts';

/**
 * Names of the record fields that an expression reads, directly or through a mapping. They are what to check when a
 * rule does not hold. Fields of list items are left out. Empty for a text that cannot be parsed.
 */
export function fieldsBehind(
  text: string,
  flow: FlowDocument,
  mappings: Readonly<Record<string, MappingDocument>>,
): string[] {
  const reading = readingOf(text);
  if (reading === undefined) return [];
  const direct = reading.trigger.flatMap(([first]) => (first === undefined ? [] : [first]));
  const throughSteps = reading.steps.flatMap(({ stepId, names }) => {
    const step = findStep(flow.body, stepId)?.step;
    if (step?.kind === 'read') return names.slice(0, 1);
    if (step?.kind !== 'map' || names.length === 0 || !Object.hasOwn(mappings, step.config.mapping)) return [];
    return sourceFields(mappings[step.config.mapping]?.text ?? '', names);
  });
  return [...new Set([...direct, ...throughSteps])];
}

function readingOf(text: string): ExpressionReading | undefined {
  try {
    return readExpression(text);
  } catch (error) {
    if (error instanceof MappingError) return undefined;
    throw error;
  }
}

/** The fields of records from which a mapping builds one of its fields, or what is below that field. */
const sourceFields = (text: string, target: readonly string[]): string[] =>
  lineageOf(text)
    .filter((row) => target.every((name, index) => isName(row.target[index], name)))
    .flatMap(({ sources }) => sources)
    .flatMap(({ path }) => {
      const last = path.at(-1);
      return last?.kind === 'name' && path.every(({ kind }) => kind === 'name') ? [last.name] : [];
    });

const isName = (segment: PathSegment | undefined, name: string): boolean =>
  segment?.kind === 'name' && segment.name === name;
