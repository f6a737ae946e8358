import type { IncomingMessage } from 'node:http';

/** Largest webhook body, in bytes. */
export const maxBodyBytes = 2 * 1024 * 1024;

/** The bytes of a request's body, or undefined when there are more than allowed. */
export async function readBody(request: IncomingMessage, limit = maxBodyBytes): Promise<Uint8Array | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return undefined;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes: Buffer = chunk;
    length += bytes.length;
    if (length > limit) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
