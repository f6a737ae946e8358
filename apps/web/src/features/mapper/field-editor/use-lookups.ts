import { useCallback, useMemo } from 'react';
import { outlineEntries, readOutline, samePath } from '@throughline/core/mapping/fields';
import { realSamples } from '../samples/real-samples.ts';
import type { FieldEditorProps } from './field-editor-props.ts';
import type { FormScope } from './form-scope.ts';

type LookupInput = Pick<FieldEditorProps, 'text' | 'target' | 'samples' | 'evaluator' | 'request'>;

/** Asks what a field really looks up in a value map, over the real samples. */
export const useLookups = ({ text, target, samples, evaluator, request }: LookupInput): FormScope['lookups'] => {
  const { valueMaps } = request;
  const real = useMemo(
    () =>
      JSON.stringify(
        realSamples(samples).map(({ input, bindings }) => ({ input, ...(bindings === undefined ? {} : { bindings }) })),
      ),
    [samples],
  );
  return useCallback(
    async (map) => {
      const entry = outlineEntries(readOutline(text).object).find(({ path }) => samePath(path, target));
      if (entry === undefined || real === '[]') return undefined;
      const within = { start: entry.value.from, end: entry.value.to };
      const outcome = await evaluator.ask('seenValues', { text, samples: real, valueMaps, map, within });
      return outcome.status === 'failed' ? undefined : outcome.answer;
    },
    [text, target, real, evaluator, valueMaps],
  );
};
