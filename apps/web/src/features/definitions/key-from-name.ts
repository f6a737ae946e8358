/** Keys are typed and read by people, so a long name is cut. */
const maxLength = 50;

/** The key that people would choose for a name: `Opportunity → Contract (DE)` becomes `opportunity-contract-de`. */
export const keyFromName = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-0-9]+|-+$/g, '')
    .slice(0, maxLength)
    .replace(/-+$/, '');
