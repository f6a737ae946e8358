/** Keys are typed and read: a long name gives its beginning. */
const maxLength = 50;

/** A key people would choose for a name: `Opportunity → Contract (DE)` is `opportunity-contract-de`. */
export const keyFromName = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-0-9]+|-+$/g, '')
    .slice(0, maxLength)
    .replace(/-+$/, '');
