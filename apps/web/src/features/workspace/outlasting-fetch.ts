/** Browsers send at most 64 KiB for pages that are gone, for all requests together. */
const longestBody = 15_000;

/**
 * A `fetch` for changes. The request completes even if the page is left right after the click, so that an action that a
 * person confirmed takes place. A long body is sent in the ordinary way, because browsers would refuse it otherwise.
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
