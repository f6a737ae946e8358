import type { SourceReading } from './nested-source.ts';

/** One expression that a line can put into its target field. */
export interface ConnectionWay {
  readonly key: string;
  readonly label: string;
  readonly write: (reading: SourceReading) => string;
}
