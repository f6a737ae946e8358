import type { MappingFunction } from './function-definition.ts';

/** Letters that Unicode does not decompose into a base letter and a mark. */
const spelled: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', ø: 'o', œ: 'oe', đ: 'd', ł: 'l', þ: 'th' };

export const slug = {
  name: 'slug',
  signature: '<(sl)n?:s>',
  parameters: ['text', 'length'],
  summary: 'Lower-case ASCII words joined by hyphens, for keys and file names; at most `length` characters when given.',
  examples: [
    { expression: '$slug("Halden & Pike (UK) Ltd.")', result: 'halden-pike-uk-ltd' },
    { expression: '$slug("Größe Zürich")', result: 'grosse-zurich' },
    { expression: '$slug("Discovery and Design", 10)', result: 'discovery' },
    { expression: '$slug(name)', input: {} },
  ],
  implementation(_context, text: string | null | undefined, length?: number) {
    if (text === undefined || text === null) return undefined;
    return text
      .toLowerCase()
      .replaceAll(/[ßæøœđłþ]/g, (letter) => spelled[letter] ?? '')
      .normalize('NFKD')
      .replaceAll(/\p{Mark}/gu, '')
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+/g, '')
      .slice(0, length)
      .replaceAll(/-+$/g, '');
  },
} satisfies MappingFunction;
