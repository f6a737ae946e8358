/** Who asks. */
interface Viewer {
  readonly seesPersonalData: boolean;
}

/** The value as it is for people who work with the data of records, and masked for everybody else. */
export const shownTo = <Value>({ seesPersonalData }: Viewer, value: Value, mask: (value: Value) => Value): Value =>
  seesPersonalData ? value : mask(value);
