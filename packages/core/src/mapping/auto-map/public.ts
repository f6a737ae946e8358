/** `@throughline/core/mapping/auto-map`: proposals for the fields of a mapping, and how they are written into its text. */
export { proposeMappings } from './propose-mappings.ts';
export { proposalsAbove } from './proposals-above.ts';
export type { AutoMapInput, EarlierPair, FieldProposal, KnownValueMap, ListProposal, Proposal } from './proposal.ts';
export { applyProposals, type AppliedProposals } from './writing/apply-proposals.ts';
export { writtenFields, type BuiltList, type WrittenFields } from './writing/written-fields.ts';
