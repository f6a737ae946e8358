/** Value-map name → key → value. */
export type ValueMapTables = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What a function may see besides its arguments. */
export interface FunctionContext {
  readonly valueMaps: ValueMapTables;
}

/** Shown in the designer's help and run as a test. */
export interface FunctionExample {
  /** A whole JSONata expression. */
  readonly expression: string;
  readonly input?: unknown;
  readonly bindings?: Readonly<Record<string, unknown>>;
  /** Absent together with `error` when the expression gives nothing. */
  readonly result?: unknown;
  /** Code of the expected MappingError. */
  readonly error?: string;
}

/** A function of ours that mappings can call as `$name(…)`. */
export interface MappingFunction {
  readonly name: string;
  /** JSONata signature; missing arguments reach the implementation as undefined. */
  readonly signature: string;
  /** Names of the parameters, in order, for help and completion. */
  readonly parameters: readonly string[];
  /** One plain sentence. */
  readonly summary: string;
  readonly examples: readonly [FunctionExample, ...FunctionExample[]];
  /** Pure. @throws FunctionFailure */
  implementation(context: FunctionContext, ...args: unknown[]): unknown;
}

/** Raised by a function; the engine adds where in the text it was called. */
export class FunctionFailure extends Error {
  override readonly name = 'FunctionFailure';
  readonly code: string;
  /** Set by the engine on the way out. */
  position?: number;
  /** Set by the engine on the way out. */
  token?: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
