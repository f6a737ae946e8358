/** One step from a format to the next. Its name says what it changes. Never edit one that was released. */
export interface Upgrade {
  readonly name: string;
  readonly from: number;
  readonly upgrade: (document: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
}
