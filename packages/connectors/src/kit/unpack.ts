import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { TransportError } from './wire.ts';
import type { WireResponse } from './wire.ts';

const unzip = promisify(gunzip);

/** Unpacks a body. The limit holds for the unpacked body, because a small packed one can hold gigabytes. */
export async function unpack(response: WireResponse, maxBodyBytes: number): Promise<WireResponse> {
  if (response.headers['content-encoding'] !== 'gzip' || response.body.length === 0) return response;
  try {
    return { ...response, body: await unzip(response.body, { maxOutputLength: maxBodyBytes }) };
  } catch (cause) {
    if (cause instanceof RangeError) {
      const message = `The reply is longer than ${maxBodyBytes} bytes.`;
      throw new TransportError(message, { wasSent: true, reason: 'too-large', cause });
    }
    throw new TransportError('The packed reply could not be read.', { wasSent: true, reason: 'lost', cause });
  }
}
