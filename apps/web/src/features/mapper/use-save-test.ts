import { useCallback, useState } from 'react';
import { useLatest } from '#features/jsonata/use-latest.ts';
import type { MappingTest } from '@throughline/core/mapping/document';
import type { Preview } from './evaluation/use-preview.ts';
import type { MapperTab } from './mapping-tabs.tsx';
import { needsMasking } from './samples/save-test-dialog.tsx';
import type { MapperSample, Samples } from './samples/use-samples.ts';
import type { MapperActions } from './use-mapper.ts';

interface SaveTestInput {
  readonly samples: Samples;
  readonly preview: Preview;
  readonly tests: readonly MappingTest[];
  readonly actions: MapperActions;
  readonly setTab: (tab: MapperTab) => void;
}

/** Saves the selected sample with its result as a test. A sample with personal data goes through the masking dialog. */
export const useSaveTest = (input: SaveTestInput) => {
  const [sample, setSample] = useState<MapperSample>();
  const latest = useLatest(input);
  const add = useCallback(
    (test: MappingTest) => {
      const { actions, tests, setTab } = latest.current;
      actions.setTests([...tests, test]);
      setSample(undefined);
      setTab('tests');
    },
    [latest],
  );
  const start = useCallback(() => {
    const { samples, preview } = latest.current;
    const { chosen } = samples;
    if (needsMasking(chosen)) return setSample(chosen);
    const { label: name, input: record, bindings } = chosen;
    return add({ name, input: record, expected: preview.value, ...(bindings === undefined ? {} : { bindings }) });
  }, [latest, add]);
  return { sample, start, add, cancel: () => setSample(undefined) };
};
