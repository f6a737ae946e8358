'use client';
import { useEffect, useMemo, useState } from 'react';
import type { ValidationContext } from '@throughline/core/flow/validation-context';
import type { MappingDocument } from '@throughline/core/mapping/document';
import type { CheckShapes } from '../evaluation/check-work.ts';
import type { MappingEvaluator } from '../evaluation/evaluator.ts';
import { realSamples } from '../samples/real-samples.ts';
import type { Samples } from '../samples/use-samples.ts';
import { useDefinitionsOf } from '../use-definitions-of.ts';
import type { Shapes } from '../use-shapes.ts';
import { valueMapTables } from '../value-map-tables.ts';
import type { AutoMapAnswer, AutoMapRequest } from './auto-map-work.ts';
import { earlierMappings } from './earlier-mappings.ts';

export interface ProposalsInput {
  readonly mappingKey: string;
  readonly document: MappingDocument;
  readonly context: ValidationContext;
  readonly shapes: Shapes;
  readonly samples: Samples;
  readonly evaluator: MappingEvaluator;
}

export interface Proposals {
  /** The last answer. It names the text for which it was made. */
  readonly answer: AutoMapAnswer | undefined;
  readonly failure: string | undefined;
}

/** More samples say little more about formats. */
const mostSamples = 20;

/** What auto-map proposes for the text, computed again after each change. */
export const useProposals = (input: ProposalsInput): Proposals => {
  const { evaluator } = input;
  const request = useRequest(input);
  const [state, setState] = useState<Proposals>({ answer: undefined, failure: undefined });
  useEffect(() => {
    let isStale = false;
    void evaluator.ask('autoMap', request).then((outcome) => {
      if (isStale) return;
      if (outcome.status === 'done') setState({ answer: outcome.answer, failure: undefined });
      else setState(({ answer }) => ({ answer, failure: outcome.message }));
    });
    return () => {
      isStale = true;
    };
  }, [evaluator, request]);
  return state;
};

const useRequest = ({ mappingKey, document, context, shapes, samples }: ProposalsInput): AutoMapRequest => {
  const { text, source, target } = document;
  const definitions = useDefinitionsOf('mapping');
  const { all, chosen } = samples;
  const earlier = useMemo(() => {
    const others = Object.entries(context.mappings).map(([key, other]) => {
      const { name = key, isDraft = true } = definitions.get(key) ?? {};
      return { key, name, isDraft, text: other.text, document: other };
    });
    return JSON.stringify(earlierMappings(others, { key: mappingKey, document: { source, target } }));
  }, [context, definitions, mappingKey, source, target]);
  const known = useMemo(() => {
    const real = realSamples(all).slice(0, mostSamples);
    const checked: CheckShapes = { source: shapes.scope.context ?? {}, target: shapes.scope.target ?? {} };
    return {
      shapes: JSON.stringify(checked),
      samples: JSON.stringify(real.map(({ input }) => input)),
      valueMaps: valueMapTables(context),
    };
  }, [all, shapes, context]);
  return useMemo(
    () => ({
      text,
      earlier,
      ...known,
      input: JSON.stringify(chosen.input ?? null),
      bindings: JSON.stringify(chosen.bindings ?? {}),
    }),
    [text, earlier, known, chosen],
  );
};
