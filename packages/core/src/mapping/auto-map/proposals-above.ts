import type { Proposal } from './proposal.ts';

/** The proposals of at least some confidence. A list stays if any field in it does. */
export function proposalsAbove(proposals: readonly Proposal[], confidence: number): Proposal[] {
  return proposals.flatMap((proposal): Proposal[] => {
    if (proposal.kind === 'field') return proposal.confidence >= confidence ? [proposal] : [];
    const children = proposalsAbove(proposal.children, confidence);
    return children.length === 0 ? [] : [{ ...proposal, children }];
  });
}
