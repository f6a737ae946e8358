/** One step from a format to the next. Named for what it changes; never edited once released. */
export interface Upgrade {
  readonly name: string;
  readonly from: number;
  readonly upgrade: (document: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
}
