'use client';
import { runModes, runStates, type RunMode, type RunState } from '@throughline/core/db/words/run-words';
import { useUrlState, type UrlState } from '#ui/use-url-state.ts';

type Name = 'q' | 'state' | 'flow' | 'mode' | 'since' | 'page';

export interface RunFilterState {
  readonly url: UrlState<Name>;
  readonly set: (changes: Partial<UrlState<Name>>) => void;
  readonly isFiltered: boolean;
  readonly request: {
    readonly text: string;
    readonly states: RunState[];
    readonly flowKey?: string;
    readonly mode?: RunMode;
    readonly since: string;
    readonly page: number;
  };
}

const defaults = { q: '', state: 'all', flow: '', mode: 'live', since: '', page: '1' } as const;

/** States that people look for together. */
export const stateGroups: Readonly<Record<string, readonly RunState[]>> = {
  all: [],
  active: ['queued', 'running', 'waiting'],
  failed: ['failed'],
  succeeded: ['succeeded'],
  cancelled: ['cancelled'],
};

/** The filters from the URL, and the corresponding request. */
export const useRunFilters = (): RunFilterState => {
  const [url, set] = useUrlState<Name>(defaults);
  const mode = runModes.find((each) => each === url.mode);
  const states = stateGroups[url.state] ?? runStates.filter((state) => state === url.state);
  return {
    url,
    set,
    isFiltered: url.q !== '' || url.state !== 'all' || url.flow !== '' || url.since !== '',
    request: {
      text: url.q,
      since: url.since,
      states: [...states],
      page: Number(url.page) || 1,
      ...(url.flow === '' ? {} : { flowKey: url.flow }),
      ...(mode === undefined ? {} : { mode }),
    },
  };
};
