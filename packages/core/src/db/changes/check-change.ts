import type { ConnectorCatalog } from '../../connector/manifest.ts';
import { flowSchema, valueMapSchema } from '../../flow/definition.ts';
import { isError, type Problem } from '../../flow/problem.ts';
import { validateFlow } from '../../flow/validate.ts';
import { validateMapping } from '../../flow/validate-mapping.ts';
import { validateValueMap } from '../../flow/validate-value-map.ts';
import type { ValidationContext } from '../../flow/validation-context.ts';
import { mappingDocument } from '../../mapping/document.ts';
import type { EntitySchemas } from '../../mapping/resolve-schema.ts';
import type { NamedDocument } from '../definitions/load-documents.ts';
import type { ChangeProblem } from './change-error.ts';
import { documentsAfter, nameOf, readableDocuments, type ChangedDocuments } from './documents-after.ts';

/** What changes are checked against besides the database. It is passed in, because core knows no connector. */
export interface Checks {
  readonly catalog: ConnectorCatalog;
  readonly entities: EntitySchemas;
}

export interface CheckChangeInput extends Checks, ChangedDocuments {
  readonly connections: readonly { readonly key: string; readonly system: string }[];
}

/**
 * Checks the documents of a change as a whole, so that each sees the others, and finds the surrounding flows that it
 * would break.
 */
export function checkChange(input: CheckChangeInput): ChangeProblem[] {
  const changed = new Set(input.items.map(nameOf));
  const all = documentsAfter(input);
  const context = contextOf(all, input);
  const contextBefore = contextOf(input.surroundings, input);
  const problems: ChangeProblem[] = [];
  for (const item of all) {
    const isChanged = changed.has(nameOf(item));
    // A surrounding flow is reported only when it breaks now, because only then is the change to blame.
    if (!isChanged && !isSoundFlow(item, contextBefore)) continue;
    const found = problemsOf(item, context).filter((problem) => isChanged || isError(problem));
    const { definitionId, kind, key } = item;
    problems.push(...found.map((problem) => ({ ...problem, definitionId, kind, key })));
  }
  return problems;
}

/** Returns true for a flow that has no errors in its surroundings without the change. */
function isSoundFlow({ kind, key, document }: NamedDocument, before: ValidationContext): boolean {
  return kind === 'flow' && !validateFlow(document, { ...before, flowKey: key }).some(isError);
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
