import type { FieldProposal, ListProposal, Proposal } from '@throughline/core/mapping/auto-map';

/** A line of the preview: a field, or a list with its fields below it. */
export interface ProposalRow {
  readonly id: string;
  readonly proposal: Proposal;
  /** The lists around it, outermost first. */
  readonly around: readonly ListProposal[];
}

/** The same field from another source is another proposal. */
export const proposalId = ({ target, source }: Proposal): string => JSON.stringify([target, source]);

/** The lines in the order of the target, without what is hidden and what is less certain. */
export function proposalRows(
  proposals: readonly Proposal[],
  from: number,
  hidden: ReadonlySet<string>,
  around: readonly ListProposal[] = [],
): ProposalRow[] {
  return proposals.flatMap((proposal): ProposalRow[] => {
    const id = proposalId(proposal);
    if (hidden.has(id)) return [];
    if (proposal.kind === 'field') return proposal.confidence >= from ? [{ id, proposal, around }] : [];
    const inner = proposalRows(proposal.children, from, hidden, [...around, proposal]);
    return inner.length === 0 ? [] : [{ id, proposal, around }, ...inner];
  });
}

/** The fields among the lines. */
export const fieldsOf = (rows: readonly ProposalRow[]): FieldProposal[] =>
  rows.flatMap(({ proposal }) => (proposal.kind === 'field' ? [proposal] : []));

/** What accepting some lines writes: their fields, with the lists around them. */
export function acceptedProposals(rows: readonly ProposalRow[]): Proposal[] {
  return rows.flatMap(({ proposal, around }) =>
    proposal.kind === 'field'
      ? [around.reduceRight<Proposal>((inner, list) => ({ ...list, children: [inner] }), proposal)]
      : [],
  );
}

/** A line and, for a list, the lines of its fields. */
export function rowsWithin(rows: readonly ProposalRow[], { proposal }: ProposalRow): ProposalRow[] {
  return rows.filter((row) => row.proposal === proposal || row.around.some((list) => list === proposal));
}

/** The line that follows some lines, or the one before them at the end. */
export function neighbourOf(rows: readonly ProposalRow[], gone: readonly ProposalRow[]): ProposalRow | undefined {
  const [first] = gone;
  const start = first === undefined ? -1 : rows.indexOf(first);
  return rows[start + gone.length] ?? rows[start - 1];
}
