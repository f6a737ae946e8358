import type { JsonSchema } from '../../connector/json-schema.ts';
import type { BuiltList } from './writing/written-fields.ts';

export interface AutoMapInput {
  readonly source: JsonSchema;
  readonly target: JsonSchema;
  /** Inputs of the mapping. Their values are compared with what the target allows. */
  readonly samples?: readonly unknown[];
  /** What other mappings of the workspace do. */
  readonly earlier?: readonly EarlierPair[];
  readonly valueMaps?: readonly KnownValueMap[];
  /** Target fields that are already set, by the names of the field trees. Nothing inside them is proposed. */
  readonly taken?: readonly (readonly string[])[];
  /** Target lists that are already built from a source list, or as one item. */
  readonly lists?: readonly BuiltList[];
}

/** A target field that an earlier mapping fills from a source field. List items have no names in paths. */
export interface EarlierPair {
  /** Name of the mapping, for people. */
  readonly mapping: string;
  readonly source: readonly string[];
  readonly target: readonly string[];
  /** The value map that translates the value. */
  readonly valueMap?: string | undefined;
}

export interface KnownValueMap {
  readonly key: string;
  /** The values that it translates. */
  readonly from: readonly string[];
}

interface ProposalBase {
  readonly target: readonly string[];
  readonly source: readonly string[];
  /** From 0 to 1: about how often a proposal like this is right. */
  readonly confidence: number;
  /** Short sentences for people, the most important one first. */
  readonly reasons: readonly string[];
}

/** One target field from one source field. */
export interface FieldProposal extends ProposalBase {
  readonly kind: 'field';
  /** Written from where the list around it, or else the input, is read. */
  readonly expression: string;
}

/** A target list that is built item by item from a source list, or once from fields that belong together. */
export interface ListProposal extends ProposalBase {
  readonly kind: 'list';
  /** False: the list gets one item, made of fields outside any list. */
  readonly isPerItem: boolean;
  readonly children: readonly Proposal[];
}

export type Proposal = FieldProposal | ListProposal;
