import type { Builtin } from './builtin.ts';
import { spendOnText } from './spend-on-text.ts';

export const join = {
  name: 'join',
  signature: '<a<s>s?:s>',
  parameters: ['texts', 'separator?'],
  summary: 'Joins a list of texts into one, with a separator between them if there is one.',
  examples: [
    { expression: '$join(["GB", "DE", "US"], ", ")', result: 'GB, DE, US' },
    { expression: '$join(["a", "b"])', result: 'ab' },
    { expression: '$join([])', result: '' },
    { expression: '$join(["a", 1])', error: 'T0412' },
    { expression: '$join(missing, ", ")', input: {} },
  ],
  arity: 2,
  implementation(run, texts: readonly string[] | undefined, separator: string = '') {
    if (texts === undefined) return undefined;
    run.spend(texts.length);
    let length = Math.max(0, texts.length - 1) * separator.length;
    for (const text of texts) length += text.length;
    run.checkText(length);
    spendOnText(run, length);
    return texts.join(separator);
  },
} satisfies Builtin;
