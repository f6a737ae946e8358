import type { ConnectorCatalog } from '../../connector/manifest.ts';
import { flowSchema, valueMapSchema } from '../../flow/definition.ts';
import { isError, type Problem } from '../../flow/problem.ts';
import { validateFlow } from '../../flow/validate.ts';
import { testMapping } from '../../flow/test-mapping.ts';
import { validateMapping } from '../../flow/validate-mapping.ts';
import { validateValueMap } from '../../flow/validate-value-map.ts';
import type { ValidationContext } from '../../flow/validation-context.ts';
import { mappingDocument } from '../../mapping/document.ts';
import type { EntitySchemas } from '../../mapping/resolve-schema.ts';
import type { NamedDocument } from '../definitions/load-documents.ts';
import type { ChangeProblem } from './change-error.ts';

/** What changes are checked against besides the database: passed in, because core knows no connector. */
export interface Checks {
  readonly catalog: ConnectorCatalog;
  readonly entities: EntitySchemas;
}

export interface CheckChangeInput extends Checks {
  /** The documents of the change. */
  readonly items: readonly NamedDocument[];
  /** What stands around it: live or latest documents. Those of the change replace them. */
  readonly surroundings: readonly NamedDocument[];
  /** Definitions that go away, by id: part of the surroundings as they are, gone afterwards. */
  readonly removed?: ReadonlySet<string>;
  readonly connections: readonly { readonly key: string; readonly system: string }[];
}

/** Checks the documents of a change as a whole, each seeing the others, and the flows around that it would break. */
export function checkChange(input: CheckChangeInput): ChangeProblem[] {
  const changed = new Set(input.items.map(nameOf));
  const all = afterwards(input);
  const context = contextOf(all, input);
  const contextBefore = contextOf(input.surroundings, input);
  const problems: ChangeProblem[] = [];
  for (const item of all) {
    const isChanged = changed.has(nameOf(item));
    // Of a flow around the change only what breaks now is told, which can only come from the change.
    if (!isChanged && !isSoundFlow(item, contextBefore)) continue;
    const found = problemsOf(item, context).filter((problem) => isChanged || isError(problem));
    const { definitionId, kind, key } = item;
    problems.push(...found.map((problem) => ({ ...problem, definitionId, kind, key })));
  }
  return problems;
}

/** Runs the saved tests of a change's mappings; each that fails is a warning for whoever reviews. */
export async function testChange(input: CheckChangeInput): Promise<ChangeProblem[]> {
  const { valueMaps } = contextOf(afterwards(input), input);
  const problems: ChangeProblem[] = [];
  for (const { definitionId, kind, key, document } of input.items) {
    if (kind !== 'mapping') continue;
    const found = await testMapping(document, valueMaps);
    problems.push(...found.map((problem) => ({ ...problem, definitionId, kind, key })));
  }
  return problems;
}

function afterwards({ items, surroundings, removed }: CheckChangeInput): NamedDocument[] {
  const changed = new Set(items.map(nameOf));
  const stays = surroundings.filter((item) => !changed.has(nameOf(item)) && removed?.has(item.definitionId) !== true);
  return [...stays, ...items];
}

const nameOf = ({ kind, key }: { kind: string; key: string }): string => `${kind}:${key}`;

/** True for a flow that has no errors in its surroundings as they are without the change. */
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

/** Documents whose shape is wrong are left out: they get their own problems, and count as missing for the others. */
function contextOf(documents: readonly NamedDocument[], input: CheckChangeInput): ValidationContext {
  const { catalog, entities, connections } = input;
  return {
    catalog,
    entities,
    connections,
    flows: readable(documents, 'flow', flowSchema),
    mappings: readable(documents, 'mapping', mappingDocument),
    valueMaps: readable(documents, 'value-map', valueMapSchema),
  };
}

interface Reader<Shape> {
  safeParse(input: unknown): { success: true; data: Shape } | { success: false };
}

function readable<Shape>(
  documents: readonly NamedDocument[],
  kind: NamedDocument['kind'],
  reader: Reader<Shape>,
): Record<string, Shape> {
  return Object.fromEntries(
    documents.flatMap((item) => {
      const parsed = item.kind === kind ? reader.safeParse(item.document) : { success: false as const };
      return parsed.success ? [[item.key, parsed.data] as const] : [];
    }),
  );
}
