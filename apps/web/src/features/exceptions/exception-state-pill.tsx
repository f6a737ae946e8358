import type { ExceptionState } from '@throughline/core/db/schema/run';
import { Pill, type Tone } from '#ui/pill.tsx';

export const ExceptionStatePill = ({ state }: { readonly state: ExceptionState }) => (
  <Pill tone={tones[state]}>{words[state]}</Pill>
);

const tones: Record<ExceptionState, Tone> = { open: 'failed', replaying: 'running', resolved: 'live' };
const words: Record<ExceptionState, string> = { open: 'Open', replaying: 'Replaying', resolved: 'Resolved' };
