interface Named {
  readonly canonicalId: string;
  readonly label: string | null;
}

/** The readable name of an identity: the name of its first record that has one, or else our id. */
export const identityName = (records: readonly Named[]): string =>
  records.find(({ label }) => label !== null)?.label ?? records[0]?.canonicalId ?? '';
