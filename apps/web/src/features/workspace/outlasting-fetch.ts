/** Browsers carry at most 64 KiB for pages that are gone, all requests together. */
const longestBody = 15_000;

/**
 * A `fetch` for what changes something. It is sent to its end even when the page is left right after the click, so that
 * what a person confirmed is done. A long body is sent the ordinary way, because browsers would refuse it otherwise.
 */
export const outlastingFetch = (url: RequestInfo | URL, { body, signal, ...rest }: RequestOptions = {}) =>
  fetch(url, {
    ...rest,
    body: body ?? null,
    signal: signal ?? null,
    keepalive: typeof body === 'string' && body.length <= longestBody,
  });

interface RequestOptions {
  readonly method?: string;
  readonly headers?: HeadersInit;
  readonly body?: BodyInit | null;
  readonly signal?: AbortSignal | null | undefined;
}
