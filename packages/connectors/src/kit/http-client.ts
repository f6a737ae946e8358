import type { SessionDependencies } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import type { ConnectorManifest } from '@throughline/core/connector/manifest';
import type { Authorizer } from './authorizer.ts';
import { abortedError } from './call-scope.ts';
import type { CallScope } from './call-scope.ts';
import { ConcurrencyGate } from './concurrency-gate.ts';
import { buildUrl, encodeBody, requestHeaders } from './http-request.ts';
import type { HttpReply, HttpRequest } from './http-request.ts';
import { RateBudget } from './rate-budget.ts';
import { readRateHeaders } from './rate-reading.ts';
import type { RateReading } from './rate-reading.ts';
import { readReply } from './read-reply.ts';
import { NotSent, rehearsedRequest } from './rehearsal.ts';
import type { Redactor } from './redact.ts';
import { decideRetry } from './retry-decision.ts';
import { untilAborted } from './until-aborted.ts';
import { TransportError } from './wire.ts';
import type { Transport, WireResponse } from './wire.ts';
import { toConnectorError } from './vendor-problem.ts';
import type { VendorProblem } from './vendor-problem.ts';

export interface HttpClientOptions {
  readonly manifest: Pick<ConnectorManifest, 'title' | 'errorCodes' | 'limits'>;
  readonly baseUrl: string;
  readonly transport: Transport;
  readonly dependencies: SessionDependencies;
  readonly redactor: Redactor;
  /** The vendor's error body. */
  readonly readProblem: (reply: HttpReply) => VendorProblem;
  /** Reads limits that the vendor reports in headers of its own, besides the standard ones. */
  readonly readRate?: ((reply: WireResponse) => Partial<RateReading>) | undefined;
  readonly concurrency?: number | undefined;
  readonly maxAttempts?: number | undefined;
}

const DEFAULT_MAX_ATTEMPTS = 4;

/**
 * The only way out to a system. It applies budget, guard, credentials, deadline, journal and retries by error class to
 * every request.
 */
export class HttpClient {
  readonly #options: HttpClientOptions;
  readonly #gate: ConcurrencyGate;
  readonly #budget: RateBudget;

  constructor(options: HttpClientOptions) {
    this.#options = options;
    this.#gate = new ConcurrencyGate(options.concurrency ?? options.manifest.limits.concurrency);
    this.#budget = new RateBudget(options.manifest.limits.requestsPerSecond);
  }

  /** The system's name, as people know it. */
  get title(): string {
    return this.#options.manifest.title;
  }

  /** @throws ConnectorError for everything but 2xx and the accepted statuses. */
  async send(request: HttpRequest, authorizer: Authorizer, scope: CallScope): Promise<HttpReply> {
    const { dependencies } = this.#options;
    let hasRenewed = false;
    for (let attempt = 1; ; attempt += 1) {
      const tried = await this.#attempt(request, authorizer, scope, attempt);
      if ('reply' in tried) return tried.reply;
      const { error, credentials } = tried;
      const isRefused = error.status === 401 && credentials !== undefined;
      if (isRefused && !hasRenewed && authorizer.renew(credentials)) {
        hasRenewed = true;
        continue;
      }
      // The sign-in has already made its own attempts.
      if (credentials === undefined) throw error;
      const decision = decideRetry({
        error,
        attempt,
        maxAttempts: this.#options.maxAttempts ?? DEFAULT_MAX_ATTEMPTS,
        isRepeatable: request.isRepeatable,
        remainingMs: scope.remainingMs(),
        random: dependencies.random(),
      });
      if (!decision.isRetry) throw error;
      await this.#wait(decision.delayMs, scope, error);
    }
  }

  async #attempt(request: HttpRequest, authorizer: Authorizer, scope: CallScope, attempt: number): Promise<Attempt> {
    const url = buildUrl(this.#options.baseUrl, request);
    if (scope.rehearsed !== undefined && !isRead(request)) {
      scope.rehearsed.push(rehearsedRequest(request, url, this.#options.redactor));
      throw new NotSent();
    }
    // This happens before a place is taken, because fetching a token needs a place itself, and all calls may be waiting
    // for it.
    const signed = await this.#sign(request, url, authorizer, scope);
    if ('error' in signed) return signed;
    const { credentials } = signed;
    const leave = await this.#enter(scope);
    const record: AttemptRecord = {
      startedMs: this.#options.dependencies.now(),
      requestBytes: 0,
      response: undefined,
    };
    try {
      const reply = await this.#exchange(request, url, credentials, scope, record);
      this.#journal(request, url, attempt, record, undefined);
      return { reply };
    } catch (cause) {
      const error = this.#toError(cause, request, scope);
      this.#journal(request, url, attempt, record, error);
      return { error, credentials };
    } finally {
      leave();
    }
  }

  async #sign(
    request: HttpRequest,
    url: URL,
    authorizer: Authorizer,
    scope: CallScope,
  ): Promise<{ credentials: Credentials } | { error: ConnectorError; credentials: undefined }> {
    try {
      this.#options.dependencies.guard(url);
      // Many calls share a token refresh.
      const credentials = await untilAborted(authorizer.headers({ method: request.method, url }), scope.signal);
      return { credentials };
    } catch (cause) {
      return { error: this.#toError(cause, request, scope), credentials: undefined };
    }
  }

  async #exchange(
    request: HttpRequest,
    url: URL,
    credentials: Credentials,
    scope: CallScope,
    record: AttemptRecord,
  ): Promise<HttpReply> {
    const { body } = encodeBody(request);
    record.requestBytes = body === undefined ? 0 : Buffer.byteLength(body);
    const response = await this.#options.transport.exchange({
      method: request.method,
      url,
      headers: { ...requestHeaders(request), ...credentials },
      body,
      signal: scope.signal,
    });
    record.response = response;
    const rate = this.#learn(response);
    const reply = readReply(response, this.#options.manifest.title, request);
    if ((response.status >= 200 && response.status < 300) || request.accept?.includes(response.status)) return reply;
    throw toConnectorError(this.#clean(this.#options.readProblem(reply)), {
      manifest: this.#options.manifest,
      status: response.status,
      isRead: isRead(request),
      retryAfterMs: rate.pauseMs,
    });
  }

  #learn(response: WireResponse): RateReading {
    const nowMs = this.#options.dependencies.now();
    const rate = {
      ...readRateHeaders(response.status, response.headers, nowMs),
      ...this.#options.readRate?.(response),
    };
    this.#budget.observe(rate, nowMs);
    if (rate.pauseMs !== undefined) this.#options.dependencies.shared?.pause(rate.pauseMs);
    return rate;
  }

  /** Waits for a slot of the rate budget and a place among the running requests. */
  async #enter(scope: CallScope): Promise<() => void> {
    const { dependencies, manifest } = this.#options;
    const remainingMs = scope.remainingMs();
    const delayMs = this.#budget.take(dependencies.now(), remainingMs);
    if (delayMs > remainingMs) {
      throw new ConnectorError(`${manifest.title} asked us to slow down for longer than this call may take.`, {
        class: 'throttled',
        retryAfterMs: delayMs,
      });
    }
    if (delayMs > 0) await this.#wait(delayMs, scope, undefined);
    const failed = (cause: unknown) => abortedError(manifest.title, scope, false, cause);
    const leave = await this.#gate.enter(scope.signal).catch((cause: unknown) => {
      throw failed(cause);
    });
    const { concurrency = manifest.limits.concurrency } = this.#options;
    // This is only done while holding a place of our own, so that no process asks for more places than it could use.
    const leaveShared = await dependencies.shared
      ?.enter({ ...manifest.limits, concurrency }, scope.signal)
      .catch((cause: unknown) => {
        leave();
        throw failed(cause);
      });
    return () => {
      leave();
      leaveShared?.();
    };
  }

  /**
   * Sleeps. When the call is aborted meanwhile, it ends with the error that made us wait, because that error carries
   * the outcome.
   */
  async #wait(delayMs: number, scope: CallScope, pending: ConnectorError | undefined): Promise<void> {
    try {
      await this.#options.dependencies.sleep(delayMs, scope.signal);
      scope.signal.throwIfAborted();
    } catch (cause) {
      throw pending ?? abortedError(this.#options.manifest.title, scope, false, cause);
    }
  }

  #toError(cause: unknown, request: HttpRequest, scope: CallScope): ConnectorError {
    const { title } = this.#options.manifest;
    if (cause instanceof ConnectorError) return cause;
    // The lookup refused the address, so nothing was sent.
    if (cause instanceof TransportError && cause.cause instanceof ConnectorError) return cause.cause;
    if (cause instanceof TransportError) {
      const isOutcomeUnknown = cause.wasSent && !isRead(request);
      if (cause.reason === 'aborted') return abortedError(title, scope, isOutcomeUnknown, cause);
      const errorClass = cause.reason === 'too-large' ? 'fatal' : 'transient';
      return new ConnectorError(`${title}: ${cause.message}`, { class: errorClass, isOutcomeUnknown, cause });
    }
    if (scope.signal.aborted) return abortedError(title, scope, false, cause);
    return new ConnectorError(`${title}: the request could not be made.`, { class: 'fatal', cause });
  }

  #clean(problem: VendorProblem): VendorProblem {
    const clean = (text: string | undefined) => (text === undefined ? text : this.#options.redactor.clean(text));
    return { ...problem, message: clean(problem.message), sentence: clean(problem.sentence) };
  }

  #journal(
    request: HttpRequest,
    url: URL,
    attempt: number,
    record: AttemptRecord,
    error: ConnectorError | undefined,
  ): void {
    const { dependencies, redactor } = this.#options;
    const nowMs = dependencies.now();
    dependencies.journal({
      at: new Date(record.startedMs).toISOString(),
      method: request.method,
      url: redactor.clean(url.href),
      status: record.response?.status,
      durationMs: nowMs - record.startedMs,
      attempt,
      requestBytes: record.requestBytes,
      responseBytes: record.response?.body.length ?? 0,
      errorClass: error?.class,
    });
  }
}

type Credentials = Readonly<Record<string, string>>;

/** Without credentials, the failure happened while signing in. */
type Attempt =
  | { readonly reply: HttpReply }
  | { readonly error: ConnectorError; readonly credentials: Credentials | undefined };

interface AttemptRecord {
  readonly startedMs: number;
  requestBytes: number;
  response: WireResponse | undefined;
}

function isRead(request: HttpRequest): boolean {
  return request.isRead ?? request.method === 'GET';
}
