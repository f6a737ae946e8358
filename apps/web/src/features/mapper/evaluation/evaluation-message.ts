export interface EvaluationRequest {
  readonly text: string;
  /** JSON text, because it is cheaper to transfer than an object and is always a copy. */
  readonly input: string;
  readonly bindings: string;
  readonly valueMaps: string;
}

export type EvaluationResult =
  | { readonly status: 'done'; readonly value: unknown }
  | {
      readonly status: 'failed';
      readonly code: string;
      readonly message: string;
      readonly position: number | undefined;
      readonly line: number | undefined;
      readonly column: number | undefined;
    };

export const failure = (code: string, message: string): EvaluationResult => ({
  status: 'failed',
  code,
  message,
  position: undefined,
  line: undefined,
  column: undefined,
});
