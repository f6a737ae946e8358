interface Named {
  readonly canonicalId: string;
  readonly label: string | null;
}

/** What people call an identity: the name of its first record that has one, else our id. */
export const identityName = (records: readonly Named[]): string =>
  records.find(({ label }) => label !== null)?.label ?? records[0]?.canonicalId ?? '';
