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

/**
 * The same request with a body that is known to be JSON and within the size limit. It is read piece by piece, and
 * abandoned as soon as it is too large.
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
