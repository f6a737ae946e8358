/** Stands where a secret was. */
export const MASK = '•••';
/** Shorter values would blot out ordinary words. */
const MIN_SECRET_LENGTH = 6;

/** Takes known secrets out of texts that people or logs will see. Tokens that are learned later are added. */
export class Redactor {
  readonly #secrets = new Set<string>();

  add(...secrets: readonly string[]): void {
    for (const secret of secrets) {
      if (secret.length < MIN_SECRET_LENGTH) continue;
      this.#addForms(secret);
    }
  }

  /** Also takes out what basic authentication sends for a secret with its id. */
  addPair(id: string, secret: string): void {
    if (secret.length < MIN_SECRET_LENGTH) return;
    for (const form of encodedForms(`${id}:${secret}`)) this.#addForms(form);
  }

  #addForms(secret: string): void {
    for (const form of [secret, ...encodedForms(secret)]) {
      this.#secrets.add(form);
      this.#secrets.add(encodeURIComponent(form));
      this.#secrets.add(new URLSearchParams([['', form]]).toString().slice(1));
    }
    const escaped = JSON.stringify(secret).slice(1, -1);
    this.#secrets.add(escaped);
    this.#secrets.add(escaped.replaceAll('/', String.raw`\/`));
  }

  /** The same for what is inside a JSON value, which stays one. */
  cleanValue(value: unknown): unknown {
    if (typeof value === 'string') return this.clean(value);
    if (typeof value === 'number') return this.clean(String(value)) === String(value) ? value : MASK;
    if (Array.isArray(value)) return value.map((item) => this.cleanValue(item));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [this.clean(key), this.cleanValue(inner)]));
  }

  clean(text: string): string {
    let cleaned = text;
    // The longest secret is replaced first, because one secret may contain another.
    for (const secret of [...this.#secrets].sort((a, b) => b.length - a.length)) {
      cleaned = cleaned.replaceAll(secret, MASK);
    }
    return cleaned;
  }
}

/** Base64 and base64url, with and without padding. */
function encodedForms(text: string): string[] {
  const [base64, base64url] = [Buffer.from(text).toString('base64'), Buffer.from(text).toString('base64url')];
  const padding = base64.slice(base64.replace(/=+$/, '').length);
  return [base64, base64.slice(0, base64.length - padding.length), base64url + padding, base64url];
}
