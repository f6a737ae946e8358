import { EarlierEvidence } from './evidence/earlier-evidence.ts';
import { guardById } from './matching/guard-by-id.ts';
import type { FieldMatch, Knowledge } from './matching/match-fields.ts';
import { matchFields } from './matching/match-fields.ts';
import { matchLists, type ListMatch } from './matching/match-lists.ts';
import { anchorOf, placedFields, type SourceSide } from './matching/record-side.ts';
import type { AutoMapInput, Proposal } from './proposal.ts';
import { recordShape, type RecordShape } from './shapes/record-shape.ts';

/**
 * Proposes source fields for the target fields that nobody has set yet, in the order of the target. Pure, and quick for
 * schemas of thousands of fields: `work` counts the pairs of fields that were compared.
 */
export function proposeMappings(input: AutoMapInput, work = { comparisons: 0 }): Proposal[] {
  const { samples = [], earlier = [], valueMaps = [], taken = [], lists: built = [] } = input;
  const [source, target] = [recordShape(input.source), recordShape(input.target)];
  const side: SourceSide = { record: source, samples, anchor: anchorOf(source, target), currency: undefined };
  const knowledge: Knowledge = { earlier: new EarlierEvidence(earlier), valueMaps, lists: built, work };
  const fields = matchFields(placedFields(target), side, knowledge);
  const lists = matchLists({ target, side, knowledge, to: [], from: [] });
  const proposals = [...fields.map(fieldProposal([], [])), ...lists.map(listProposal([], []))];
  const guarded = guardById(proposals, input.source, samples);
  return withoutTaken(inOrder(target, guarded), new TakenFields(taken));
}

const fieldProposal =
  (target: readonly string[], source: readonly string[]) =>
  (match: FieldMatch): Proposal => ({
    kind: 'field',
    target: [...target, ...match.target],
    source: [...source, ...match.source],
    expression: match.expression,
    confidence: rounded(match.confidence),
    reasons: match.reasons,
  });

const listProposal =
  (outer: readonly string[], from: readonly string[]) =>
  ({ target, source, isPerItem, confidence, reasons, fields, lists }: ListMatch): Proposal => {
    const path = [...outer, ...target.path];
    const list = isPerItem ? [...from, ...source] : from;
    const children = [...fields.map(fieldProposal(path, list)), ...lists.map(listProposal(path, list))];
    return {
      kind: 'list',
      target: path,
      source: isPerItem ? list : [...from, ...source],
      isPerItem,
      confidence: rounded(confidence),
      reasons,
      children: inOrder(target.record, children, path.length),
    };
  };

const rounded = (confidence: number): number => Math.round(confidence * 100) / 100;

/** Sorts proposals like the fields of the target. */
function inOrder({ fields, lists }: RecordShape, proposals: readonly Proposal[], depth = 0): Proposal[] {
  const places = new Map([...fields, ...lists].map(({ path, order }) => [JSON.stringify(path), order]));
  const placeOf = ({ target }: Proposal): number => places.get(JSON.stringify(target.slice(depth))) ?? 0;
  return proposals.toSorted((a, b) => placeOf(a) - placeOf(b));
}

class TakenFields {
  readonly #keys: ReadonlySet<string>;
  readonly #around: ReadonlySet<string>;

  constructor(paths: readonly (readonly string[])[]) {
    this.#keys = new Set(paths.map((path) => JSON.stringify(path)));
    this.#around = new Set(paths.flatMap((path) => path.map((_, index) => JSON.stringify(path.slice(0, index + 1)))));
  }

  /** True for a field that is set at least in part, like an amount without its currency. */
  hasPart(path: readonly string[]): boolean {
    return this.#around.has(JSON.stringify(path));
  }

  /** True for a field that is set itself or as part of something around it. */
  has(path: readonly string[]): boolean {
    if (this.#keys.size === 0) return false;
    return path.some((_, index) => this.#keys.has(JSON.stringify(path.slice(0, index + 1))));
  }
}

/** Fields that are set are matched too, so that their sources are not proposed again, but they are not proposed. */
function withoutTaken(proposals: readonly Proposal[], taken: TakenFields): Proposal[] {
  return proposals.flatMap((proposal): Proposal[] => {
    if (taken.has(proposal.target)) return [];
    if (proposal.kind === 'field') return taken.hasPart(proposal.target) ? [] : [proposal];
    const children = withoutTaken(proposal.children, taken);
    return children.length === 0 ? [] : [{ ...proposal, children }];
  });
}
