import type { MappingDocument, SchemaRef } from '@throughline/core/mapping/document';
import type { EarlierMapping } from './auto-map-work.ts';

interface NamedMapping extends EarlierMapping {
  readonly key: string;
  readonly document: MappingDocument;
  /** It has changes that are not published. */
  readonly isDraft: boolean;
}

/** Reading more of them would take longer than a person wants to wait. */
const mostMappings = 25;
const mostCharacters = 150_000;

/**
 * The mappings of the workspace from which something can be learnt: those with the same shapes first, and of those the
 * published ones, because the first that says something is named as its evidence. Never the mapping itself.
 */
export function earlierMappings(
  all: readonly NamedMapping[],
  own: { readonly key: string; readonly document: Pick<MappingDocument, 'source' | 'target'> },
): EarlierMapping[] {
  const [sources, targets] = [shapesIn(own.document.source), shapesIn(own.document.target)];
  const nearness = ({ document }: NamedMapping): number =>
    2 * shared(shapesIn(document.target), targets) + shared(shapesIn(document.source), sources);
  let characters = 0;
  return all
    .filter(({ key, text }) => key !== own.key && text.trim() !== '')
    .toSorted((a, b) => nearness(b) - nearness(a) || Number(a.isDraft) - Number(b.isDraft) || (a.key < b.key ? -1 : 1))
    .slice(0, mostMappings)
    .filter(({ text }) => (characters += text.length) <= mostCharacters)
    .map(({ name, text }) => ({ name, text }));
}

const shared = (some: ReadonlySet<string>, others: ReadonlySet<string>): number =>
  [...some].some((shape) => others.has(shape)) ? 1 : 0;

/** The entities and objects of which a shape consists. */
function shapesIn(ref: SchemaRef): ReadonlySet<string> {
  switch (ref.kind) {
    case 'any':
      return new Set();
    case 'entity':
      return new Set([ref.entity]);
    case 'object':
      return new Set([`${ref.system} ${ref.object}`]);
    case 'bundle':
      return new Set(Object.values(ref.parts).flatMap((part) => [...shapesIn('list' in part ? part.list : part)]));
  }
}
