import { expect, it } from 'vitest';
import { visibleText } from './visible-text.ts';

const name = visibleText(10, 'A name is needed.');

it.each([
  ['a name with unseen characters around and in it', '\u200b  Quay\u202e Ltd\u2066 ', 'Quay Ltd'],
  ['a name whose script joins its letters', 'می\u200cروم', 'می\u200cروم'],
  ['a name of one sign', '§', '§'],
])('takes %s', (_what, text, stored) => {
  expect(name.parse(text)).toBe(stored);
});

it.each([
  ['nothing', '', 'A name is needed.'],
  ['only a character that nobody sees', '\u200b', 'A name is needed.'],
  ['only joiners', '\u200d', 'A name is needed.'],
  ['two lines', 'a\nb', 'It holds control characters or line breaks, usually pasted by accident.'],
  ['a text that is too long', 'x'.repeat(11), 'At most 10 characters.'],
  ['a huge text', 'x'.repeat(1_000_000), 'At most 10 characters.'],
])('refuses %s', (_what, text, message) => {
  expect(name.safeParse(text).error?.issues.map((issue) => issue.message)).toEqual([message]);
});
