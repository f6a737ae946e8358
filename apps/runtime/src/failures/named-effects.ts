import type { FailureDetail } from './step-failure.ts';

/** A message is read by people, so it names only so many; the details of the failure name all. */
const namedAtMost = 20;

/** The sentences of a message about what stands: the first few effects, and how many more there are. */
export function namedEffects(details: readonly FailureDetail[]): string[] {
  const named = details.slice(0, namedAtMost).map(({ message }) => message);
  const more = details.length - named.length;
  return more === 0
    ? named
    : [...named, `The details of the exception name ${more === 1 ? 'one more' : `${more} more`}.`];
}
