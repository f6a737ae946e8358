import type { NamedDocument } from '../definitions/load-documents.ts';
import { nameOf, type ChangedDocuments } from './documents-after.ts';

/**
 * Flows that can be affected by a change, by `nameOf`: those whose text names something that changes or goes away, and
 * those that call such a flow, however many calls away. A flow that is named by chance is one too many and harmless.
 */
export function touchedFlows(
  { items, surroundings, removed }: ChangedDocuments,
  all: readonly NamedDocument[],
): ReadonlySet<string> {
  const gone = surroundings.filter(({ definitionId }) => removed?.has(definitionId) === true);
  const untouched = new Map(
    all.flatMap((item) => (item.kind === 'flow' ? [[item, JSON.stringify(item.document)] as const] : [])),
  );
  const touched = new Set<string>();
  const pending = [...items, ...gone].map(({ key }) => key);
  for (let key = pending.pop(); key !== undefined; key = pending.pop()) {
    for (const [flow, text] of untouched) {
      if (!text.includes(key)) continue;
      untouched.delete(flow);
      touched.add(nameOf(flow));
      pending.push(flow.key);
    }
  }
  return touched;
}
