/**
 * What a write with our own key becomes, by what the vendor offers. An unknown strategy does not compile, and the
 * manifest's promises about repetitions are held against this table.
 */
export const writeStrategies = {
  /** The vendor updates or creates the record with our key, and says which it did. */
  'native-external-id': { upsert: 'upsert', create: 'look-then-upsert', recognisesRepeats: true },
  /** The same, but the reply does not say which it did, and undoing a create must not delete what was there before. */
  'silent-external-id': { upsert: 'look-then-upsert', create: 'create-once', recognisesRepeats: true },
  /** The vendor knows no key: the record is looked up by our note on it, then created or updated. */
  'find-then-write': { upsert: 'create-once', create: 'create-once', recognisesRepeats: false },
} as const;

export type WriteStrategy = keyof typeof writeStrategies;
