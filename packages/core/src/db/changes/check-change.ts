import { setImmediate as otherWork } from 'node:timers/promises';
import type { ConnectorCatalog } from '../../connector/manifest.ts';
import { flowSchema, valueMapSchema } from '../../flow/definition.ts';
import { isError, type Problem } from '../../flow/problem.ts';
import { validateFlow } from '../../flow/validate.ts';
import { validateMapping } from '../../flow/validate-mapping.ts';
import { validateValueMap } from '../../flow/validate-value-map.ts';
import type { ValidationContext } from '../../flow/validation-context.ts';
import type { AnalysisWork } from '../../mapping/analysis/interpretation.ts';
import { mappingDocument } from '../../mapping/document.ts';
import type { EntitySchemas } from '../../mapping/resolve-schema.ts';
import type { NamedDocument } from '../definitions/load-documents.ts';
import type { ChangeProblem } from './change-error.ts';
import { documentsAfter, nameOf, readableDocuments, type ChangedDocuments } from './documents-after.ts';
import { touchedFlows } from './touched-flows.ts';

/** What changes are checked against besides the database. It is passed in, because core knows no connector. */
export interface Checks {
  readonly catalog: ConnectorCatalog;
  readonly entities: EntitySchemas;
}

export interface CheckChangeInput extends Checks, ChangedDocuments {
  readonly connections: readonly { readonly key: string; readonly system: string }[];
}

/** How much the check of a change may look at: far more than documents that people write need. */
export interface CheckLimits {
  /** Expressions, each as often as it is looked at. */
  readonly evaluations: number;
  readonly evaluationsPerDocument: number;
  /** Characters of a mapping's text, or of a flow. */
  readonly length: number;
}

const checkLimits: CheckLimits = { evaluations: 3_000_000, evaluationsPerDocument: 500_000, length: 500_000 };

/**
 * Checks the documents of a change as a whole, so that each sees the others, and finds the surrounding flows that it
 * would break. Other work of the process has its turn between two documents. What would take more than the limits is
 * not looked at, which is an error of the change.
 */
export async function checkChange(
  input: CheckChangeInput,
  limits: CheckLimits = checkLimits,
): Promise<ChangeProblem[]> {
  const all = documentsAfter(input);
  const after = contextOf(all, input);
  const before = contextOf(input.surroundings, input);
  const changed = new Set(input.items.map(nameOf));
  const touched = touchedFlows(input, all);
  const whole: AnalysisWork = { left: limits.evaluations };
  const problems: ChangeProblem[] = [];
  for (const item of all) {
    const isChanged = changed.has(nameOf(item));
    if (!isChanged && !touched.has(nameOf(item))) continue;
    await otherWork();
    const work: AnalysisWork = { left: Math.min(whole.left, limits.evaluationsPerDocument) };
    const given = work.left;
    if (lengthOf(item) > limits.length) work.left = -1;
    else {
      const found = isChanged
        ? problemsOf(item, { ...after, work })
        : brokenBy(item, { ...before, work }, { ...after, work });
      for (const problem of found.slice(0, maxProblems)) problems.push({ ...problem, ...namesOf(item) });
    }
    whole.left -= given - work.left;
    if (work.left < 0) {
      problems.push(tooMuch(isChanged ? item : (input.items[0] ?? item), item));
      if (whole.left <= 0) break;
    }
  }
  return problems;
}

/** Problems of one document that are told at once; those that are left show when these are mended. */
const maxProblems = 200;

function lengthOf({ kind, document }: NamedDocument): number {
  if (kind === 'flow') return JSON.stringify(document).length;
  const parsed = mappingDocument.safeParse(kind === 'mapping' ? document : undefined);
  return parsed.success ? parsed.data.text.length : 0;
}

const namesOf = ({ definitionId, kind, key, name }: NamedDocument) => ({ definitionId, kind, key, name });

const tooMuch = (blamed: NamedDocument, { kind, key }: NamedDocument): ChangeProblem => ({
  ...namesOf(blamed),
  pointer: '',
  code: 'TOO_MUCH_TO_CHECK',
  severity: 'error',
  message: `Checking this change takes too much work, and was stopped at the ${kind} "${key}". Make its expressions shorter, or submit fewer documents together.`,
});

/** Errors that a surrounding flow has after the change. Only one that was sound before is broken by it. */
function brokenBy({ key, document }: NamedDocument, before: ValidationContext, after: ValidationContext): Problem[] {
  const errorsIn = (context: ValidationContext): Problem[] =>
    validateFlow(document, { ...context, flowKey: key }).filter(isError);
  const errors = errorsIn(after);
  return errors.length > 0 && errorsIn(before).length === 0 ? errors : [];
}

function problemsOf({ kind, key, document }: NamedDocument, context: ValidationContext): Problem[] {
  switch (kind) {
    case 'flow':
      return validateFlow(document, { ...context, flowKey: key });
    case 'mapping':
      return validateMapping(document, context);
    case 'value-map':
      return validateValueMap(document);
    case 'entity':
      return [];
  }
}

/** Documents of the wrong shape are left out. They get problems of their own, and count as missing for the others. */
function contextOf(documents: readonly NamedDocument[], input: CheckChangeInput): ValidationContext {
  const { catalog, entities, connections } = input;
  return {
    catalog,
    entities,
    connections,
    flows: readableDocuments(documents, 'flow', flowSchema),
    mappings: readableDocuments(documents, 'mapping', mappingDocument),
    valueMaps: readableDocuments(documents, 'value-map', valueMapSchema),
  };
}
