import { badArgument } from './bad-argument.ts';
import type { MappingFunction } from './function-definition.ts';

/** Letters that Unicode does not decompose into a base letter and a mark. */
const spelled: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  ø: 'o',
  œ: 'oe',
  đ: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};

export const slug = {
  name: 'slug',
  signature: '<(sl)n?:s>',
  parameters: ['text', 'length?'],
  summary:
    'Lower-case ASCII words joined by hyphens, for keys and file names; at most `length` characters when given. Gives nothing when no letter or digit is left, as of text in another script.',
  examples: [
    { expression: '$slug("Halden & Pike (UK) Ltd.")', result: 'halden-pike-uk-ltd' },
    { expression: '$slug("Größe Zürich")', result: 'grosse-zurich' },
    { expression: '$slug("Discovery and Design", 10)', result: 'discovery' },
    { expression: '$slug("株式会社")' },
    { expression: '$slug(name)', input: {} },
    { expression: '$slug("Acme", 0)', error: 'BAD_ARGUMENT' },
    { expression: '$slug(["Acme"])', error: 'T0410' },
  ],
  implementation(context, text: string | null | undefined, length?: number) {
    if (length !== undefined && (!Number.isInteger(length) || length < 1)) {
      throw badArgument(`$slug takes a length of 1 or more, not ${length}.`, length);
    }
    if (text === undefined || text === null) return undefined;
    context.checkText(text.length);
    context.spend(text.length);
    const result = text
      .toLowerCase()
      .replaceAll(/[ßæøœđłþı]/g, (letter) => spelled[letter] ?? '')
      .normalize('NFKD')
      .replaceAll(/\p{Mark}/gu, '')
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replace(/^-/, '')
      .slice(0, length)
      .replace(/-$/, '');
    return result === '' ? undefined : result;
  },
} satisfies MappingFunction;
