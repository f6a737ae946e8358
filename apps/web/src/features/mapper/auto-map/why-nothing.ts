/** What is known when no proposal is left. */
export interface NothingLeft {
  readonly hasPlace: boolean;
  /** Fields of the source and target that are declared. */
  readonly sourceCount: number;
  readonly targetCount: number;
  /** Target fields that are not set. */
  readonly openCount: number;
  readonly rejectedCount: number;
  /** Proposals that are less certain than the chosen level. */
  readonly lessCertainCount: number;
}

/** Says why nothing more is proposed, and what can be done about it. */
export function whyNothing(left: NothingLeft): string {
  const { hasPlace, sourceCount, targetCount, openCount, rejectedCount, lessCertainCount } = left;
  if (!hasPlace) return 'The text does not build an object to which a field could be added. Change the text by hand.';
  if (targetCount === 0) return 'The target has no fields. Choose its shape first.';
  if (sourceCount === 0) return 'The source has no fields. Choose its shape, or paste a record as a sample.';
  if (openCount === 0) return 'Every field of the target is set.';
  if (lessCertainCount === 1) return 'The other proposal is less certain. Choose “All” to see it.';
  if (lessCertainCount > 1)
    return `The other ${lessCertainCount} proposals are less certain. Choose “All” to see them.`;
  if (rejectedCount > 0)
    return 'You have rejected the rest. It is proposed again when you open the mapping the next time.';
  return 'No source field is like one of the target fields that are still open. Choose those by hand.';
}
