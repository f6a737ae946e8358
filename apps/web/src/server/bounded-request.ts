/** Why a request is not read, in the form of an answer. */
export class RequestRefusal extends Error {
  override readonly name = 'RequestRefusal';
  readonly status: 400 | 413 | 415;

  constructor(status: RequestRefusal['status'], message: string) {
    super(message);
    this.status = status;
  }
}

/** The escape of the NUL character, unless its backslash is itself escaped. PostgreSQL cannot store it. */
const nul = /(?<!\\)(?:\\\\)*\\u0000/i;

/** Even small values cost time and memory when they are read, many times their length in the text. */
const mostValues = 300_000;

/**
 * The same request with a body that is known to be JSON and within the limits of size and of values. It is read piece by
 * piece, and abandoned as soon as it is too large.
 * @throws RequestRefusal
 */
export const boundedRequest = async (request: Request, maxBytes: number): Promise<Request> => {
  if (request.body === null) return request;
  const type = request.headers.get('content-type') ?? '';
  // Other sites can send forms and plain text without a preflight request.
  if (!/^application\/json\s*(;|$)/i.test(type))
    throw new RequestRefusal(415, 'Send JSON: content-type application/json.');
  const text = await readText(request.body, Number(request.headers.get('content-length') ?? 0), maxBytes);
  if (text === '') return new Request(request, { body: null });
  if (holdsMoreValues(text, mostValues)) {
    throw new RequestRefusal(
      413,
      `The body holds more than ${mostValues.toLocaleString('en')} values. Send less at a time.`,
    );
  }
  if (!isJson(text)) throw new RequestRefusal(400, 'The body is not JSON.');
  if (nul.test(text)) {
    throw new RequestRefusal(400, 'A text holds the NUL character, usually pasted by accident. Remove it.');
  }
  return new Request(request.url, { method: request.method, headers: request.headers, body: text });
};

const readText = async (body: ReadableStream<Uint8Array>, declared: number, maxBytes: number): Promise<string> => {
  const tooLarge = (): RequestRefusal => new RequestRefusal(413, `The body is larger than ${maxBytes} bytes.`);
  if (declared > maxBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.byteLength;
    if (length > maxBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
};

const [quote, escape, comma, list, object] = Array.from('"\\,[{', (character) => character.charCodeAt(0));

/**
 * Counts in the text of JSON, without parsing it. Each value but the first follows a comma or an
 * opening bracket, so that an empty list or object counts twice.
 */
const holdsMoreValues = (text: string, most: number): boolean => {
  let count = 1;
  let isText = false;
  for (let at = 0; at < text.length && count <= most; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) isText = !isText;
    else if (isText) at += code === escape ? 1 : 0;
    else if (code === comma || code === list || code === object) count += 1;
  }
  return count > most;
};

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** Runs a handler, and answers a request that it refuses to read with the refusal's status and message. */
export const answeringRefusals = async (handle: () => Promise<Response>): Promise<Response> => {
  try {
    return await handle();
  } catch (error) {
    if (!(error instanceof RequestRefusal)) throw error;
    return Response.json({ message: error.message }, { status: error.status });
  }
};
