import type { MapperSample } from './use-samples.ts';

/** All but the one that is made up from the schema, which says nothing about real values. */
export const realSamples = <Sample extends Pick<MapperSample, 'origin'>>(samples: readonly Sample[]): Sample[] =>
  samples.filter(({ origin }) => origin !== 'made-up');
