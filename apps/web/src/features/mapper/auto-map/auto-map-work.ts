import { compileMapping, MappingError, type ValueMapTables } from '@throughline/core/mapping';
import { lineageOf, type PathSegment } from '@throughline/core/mapping/analysis';
import {
  proposeMappings,
  writtenFields,
  type EarlierPair,
  type KnownValueMap,
  type Proposal,
} from '@throughline/core/mapping/auto-map';
import { pathName } from '@throughline/core/mapping/fields';
import type { CheckShapes } from '../evaluation/check-work.ts';
import { fieldIdOf } from '../field-id.ts';
import { arrivingText } from './arriving-text.ts';

/** JSON texts, because equal ones can be recognised quickly, and because they are cheap to transfer. */
export interface AutoMapRequest {
  readonly text: string;
  /** `CheckShapes` */
  readonly shapes: string;
  /** Inputs of real records, whose values are compared with what the target allows. */
  readonly samples: string;
  /** The input on which the values that would arrive are shown, and its variables. */
  readonly input: string;
  readonly bindings: string;
  /** `EarlierMapping[]` */
  readonly earlier: string;
  readonly valueMaps: string;
}

export interface EarlierMapping {
  readonly name: string;
  readonly text: string;
}

export interface AutoMapAnswer {
  /** The text for which this was proposed. */
  readonly text: string;
  readonly proposals: readonly Proposal[];
  /** By target field: what would arrive there, or why nothing would. */
  readonly values: Readonly<Record<string, ArrivingValue>>;
  /** False if the text builds no object to which fields can be added. */
  readonly hasPlace: boolean;
}

export type ArrivingValue =
  | { readonly kind: 'value'; readonly text: string }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'error'; readonly message: string };

/** More values than these are not worth waiting for. */
const mostValues = 400;

/** Proposes the fields of one mapping while it is edited. What earlier mappings do is read once. */
export class AutoMapWork {
  #earlier: { readonly json: string; readonly pairs: readonly EarlierPair[] } | undefined;

  propose(request: AutoMapRequest): AutoMapAnswer {
    const { text } = request;
    const { hasPlace, taken, lists } = writtenFields(text);
    if (!hasPlace) return { text, proposals: [], values: {}, hasPlace };
    const shapes = JSON.parse(request.shapes) as CheckShapes;
    const tables = JSON.parse(request.valueMaps) as ValueMapTables;
    const proposals = proposeMappings({
      ...shapes,
      samples: JSON.parse(request.samples) as unknown[],
      earlier: this.#pairsOf(request.earlier),
      valueMaps: Object.entries(tables).map(([key, rows]): KnownValueMap => ({ key, from: Object.keys(rows) })),
      taken,
      lists,
    });
    return { text, proposals, values: valuesOf(proposals, request, tables), hasPlace };
  }

  #pairsOf(json: string): readonly EarlierPair[] {
    if (this.#earlier?.json !== json) {
      this.#earlier = { json, pairs: (JSON.parse(json) as EarlierMapping[]).flatMap(pairsOf) };
    }
    return this.#earlier.pairs;
  }
}

function pairsOf({ name, text }: EarlierMapping): EarlierPair[] {
  return lineageOf(text).flatMap(({ target, sources }) =>
    sources
      .filter(({ root, via }) => root === undefined && feeding.has(via))
      .map(({ path, via, through }) => ({
        mapping: name,
        source: namesOf(path),
        target: namesOf(target),
        ...(via === 'lookup' && { valueMap: through }),
      })),
  );
}

/** What a value is made of. A condition or filter only decides whether it is there. */
const feeding: ReadonlySet<string> = new Set(['direct', 'function', 'lookup']);

const namesOf = (path: readonly PathSegment[]): string[] =>
  path.flatMap((segment) => (segment.kind === 'name' ? [segment.name] : []));

type Values = Record<string, ArrivingValue>;

function valuesOf(proposals: readonly Proposal[], request: AutoMapRequest, valueMaps: ValueMapTables): Values {
  const input: unknown = JSON.parse(request.input);
  const bindings = JSON.parse(request.bindings) as Record<string, unknown>;
  const values: Values = {};
  let left = mostValues;
  const visit = (proposal: Proposal, item: readonly string[] | undefined): void => {
    if (proposal.kind === 'list') {
      const inside = proposal.isPerItem ? proposal.source : item;
      for (const child of proposal.children) visit(child, inside);
      return;
    }
    left -= 1;
    if (left < 0) return;
    const { target, expression } = proposal;
    const read = item === undefined ? expression : `${item.map(pathName).join('.')}[0].(${expression})`;
    values[fieldIdOf(target)] = arriving(() => compileMapping(read, { valueMaps }).evaluate(input, bindings));
  };
  for (const proposal of proposals) visit(proposal, undefined);
  return values;
}

function arriving(evaluate: () => unknown): ArrivingValue {
  try {
    const text = arrivingText(evaluate());
    return text === undefined ? { kind: 'nothing' } : { kind: 'value', text };
  } catch (error) {
    return { kind: 'error', message: error instanceof MappingError ? error.message : String(error) };
  }
}
