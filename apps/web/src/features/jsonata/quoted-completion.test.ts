import { expect, test } from 'vitest';
import { quotedCompletion } from './quoted-completion.ts';

/** The text after the completion was accepted; `|` marks the caret. */
const taken = (marked: string, from: number, insert: string): string => {
  const caret = marked.indexOf('|');
  const text = marked.replace('|', '');
  const { to, insert: put } = quotedCompletion(text, from, caret, insert);
  return text.slice(0, from) + put + text.slice(to);
};

test.each([
  ['{ "na|" }', '{ "name":  }'],
  ['{ "|" }', '{ "name":  }'],
  ['{ "na| }', '{ "name":  }'],
  ['{ na| }', '{ "name":  }'],
  ['{ "na|": Name }', '{ "name": Name }'],
  ['{ "na|" : Name }', '{ "name" : Name }'],
])('a key completed in %j gives %j', (before, after) => {
  expect(taken(before, 2, '"name": ')).toBe(after);
});

test('completing the name of a value map replaces the closing quote', () => {
  expect(taken('$valueMap("te|", x)', 10, '"terms"')).toBe('$valueMap("terms", x)');
});
