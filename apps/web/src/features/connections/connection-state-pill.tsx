import type { ConnectionState } from '@throughline/core/db/schema/connection';
import { Pill, type Tone } from '#ui/pill.tsx';

export const ConnectionStatePill = ({ state }: { readonly state: ConnectionState }) => (
  <Pill tone={looks[state].tone}>{looks[state].word}</Pill>
);

const looks: Record<ConnectionState, { readonly tone: Tone; readonly word: string }> = {
  untested: { tone: 'waiting', word: 'Untested' },
  connected: { tone: 'live', word: 'Connected' },
  failing: { tone: 'failed', word: 'Failing' },
  paused: { tone: 'paused', word: 'Paused' },
};
