import type { Outputs } from '#features/workspace/trpc.ts';

export type PresentTab = Outputs['drafts']['notePresence']['others'][number];

/** Somebody else who has the same draft open. */
export interface PersonHere {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  /** True for another tab of the person who is looking. */
  readonly isOneself: boolean;
  /** Where they are, in words; empty if nothing is selected there. */
  readonly places: readonly string[];
}

/** Other people first, then one's own other tabs; a person with several tabs is one. */
export function peopleHere(
  tabs: readonly PresentTab[],
  ownId: string,
  wordsFor: (place: string) => string | undefined,
): readonly PersonHere[] {
  const ids = [...new Set(tabs.map(({ userId }) => userId))].toSorted(
    (a, b) => Number(a === ownId) - Number(b === ownId),
  );
  return ids.flatMap((userId) => {
    const own = tabs.filter((tab) => tab.userId === userId);
    const [first] = own;
    if (first === undefined) return [];
    const places = own
      .flatMap(({ place }) => (place === '' ? [] : [wordsFor(place)]))
      .filter((words) => words !== undefined);
    const { name, email } = first;
    return [{ userId, name, email, isOneself: userId === ownId, places: [...new Set(places)] }];
  });
}

/** `Ben Okafor is here, at the step “Create customer”.` */
export function presenceSentence({ name, isOneself, places }: PersonHere): string {
  const who = isOneself ? 'You have this draft open in another tab' : `${name} has this draft open`;
  return places.length === 0 ? `${who}.` : `${who}, at ${places.join(' and ')}.`;
}
