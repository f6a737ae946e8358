const MASK = '•••';
/** Shorter values would blot out ordinary words. */
const MIN_SECRET_LENGTH = 6;

/** Takes known secrets out of texts that people or logs will see. Tokens that are learned later are added. */
export class Redactor {
  readonly #secrets = new Set<string>();

  add(...secrets: readonly string[]): void {
    for (const secret of secrets) {
      if (secret.length < MIN_SECRET_LENGTH) continue;
      this.#secrets.add(secret);
      this.#secrets.add(encodeURIComponent(secret));
      this.#secrets.add(new URLSearchParams([['', secret]]).toString().slice(1));
    }
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
