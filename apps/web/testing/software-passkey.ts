import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { Browser } from './browser.ts';

const userPresentAndVerified = 0x05;
const withAttestedKey = 0x40;

/** An authenticator without a device, after WebAuthn level 3: it makes one key and always finds its owner present. */
export class SoftwarePasskey {
  readonly #key = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly #id = randomBytes(16);
  #uses = 0;

  /** Registers the key with the account that the browser is signed in to; `proof` shows whose it is. */
  async register(browser: Browser, proof: object): Promise<Response> {
    const options = await browser.post('/passkey/generate-register-options', proof);
    return options.ok ? this.answer(browser, options) : options;
  }

  /** Answers a challenge that was given out for a new passkey. */
  async answer(browser: Browser, options: Response): Promise<Response> {
    const { challenge } = (await options.json()) as { challenge: string };
    const attestationObject = Buffer.concat([
      Buffer.from([0xa3]),
      text('fmt'),
      text('none'),
      text('attStmt'),
      Buffer.from([0xa0]),
      text('authData'),
      bytes(this.#authenticatorData(withAttestedKey)),
    ]);
    const response = {
      clientDataJSON: clientData('webauthn.create', challenge, browser).toString('base64url'),
      attestationObject: attestationObject.toString('base64url'),
      transports: [],
    };
    return browser.post('/passkey/verify-registration', { response: this.#credential(response) });
  }

  /** What the authenticator answers to a challenge that the browser fetches first. */
  async assertion(browser: Browser): Promise<object> {
    const options = await browser.get('/passkey/generate-authenticate-options');
    const { challenge } = (await options.json()) as { challenge: string };
    const authenticatorData = this.#authenticatorData(0);
    const clientDataJSON = clientData('webauthn.get', challenge, browser);
    const signed = Buffer.concat([authenticatorData, createHash('sha256').update(clientDataJSON).digest()]);
    return this.#credential({
      clientDataJSON: clientDataJSON.toString('base64url'),
      authenticatorData: authenticatorData.toString('base64url'),
      signature: sign('sha256', signed, this.#key.privateKey).toString('base64url'),
    });
  }

  #credential(response: object): object {
    const id = this.#id.toString('base64url');
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  }

  #authenticatorData(flags: number): Buffer {
    this.#uses += 1;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.#uses);
    const head = [
      createHash('sha256').update('localhost').digest(),
      Buffer.from([userPresentAndVerified + flags]),
      counter,
    ];
    if (flags !== withAttestedKey) return Buffer.concat(head);
    const { x = '', y = '' } = this.#key.publicKey.export({ format: 'jwk' });
    const coseKey = [
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
      bytes(Buffer.from(x, 'base64url')),
      Buffer.from([0x22]),
      bytes(Buffer.from(y, 'base64url')),
    ];
    return Buffer.concat([...head, Buffer.alloc(16), Buffer.from([0, this.#id.length]), this.#id, ...coseKey]);
  }
}

const clientData = (type: string, challenge: string, browser: Browser): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge, origin: browser.origin, crossOrigin: false }));

/** A CBOR text of up to 23 characters. */
const text = (value: string): Buffer => Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)]);

/** A CBOR byte string of up to 255 bytes. */
const bytes = (value: Buffer): Buffer => Buffer.concat([Buffer.from([0x58, value.length]), value]);
