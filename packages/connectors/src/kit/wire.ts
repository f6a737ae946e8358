export interface WireRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly signal: AbortSignal;
}

export interface WireResponse {
  readonly status: number;
  /** Names in lower case; repeated headers are joined with a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** One HTTP exchange, without retries or interpretation. */
export interface Transport {
  exchange(request: WireRequest): Promise<WireResponse>;
  close(): Promise<void>;
}

/**
 * There was no usable reply. `wasSent` separates “certainly not done” (name or address unreachable, refused, TLS) from
 * “perhaps done” (bytes of the request had left).
 */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  readonly wasSent: boolean;
  readonly reason: 'unreachable' | 'lost' | 'aborted' | 'too-large';

  constructor(message: string, details: { wasSent: boolean; reason: TransportError['reason']; cause?: unknown }) {
    super(message, { cause: details.cause });
    this.wasSent = details.wasSent;
    this.reason = details.reason;
  }
}
