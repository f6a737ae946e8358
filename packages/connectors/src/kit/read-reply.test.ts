import { describe, expect, it } from 'vitest';
import { isNestedDeeper } from './json-depth.ts';
import { readReply } from './read-reply.ts';

const request = { method: 'GET', path: '/records?page=1', isRepeatable: true } as const;
const reply = (body: string, status = 200) =>
  readReply({ status, headers: {}, body: Buffer.from(body) }, 'The system', request);
const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

describe('readReply', () => {
  it('reads a hundred levels, and refuses a reply with more of them before it parses it', () => {
    expect(JSON.stringify(reply(nested(100)).body)).toBe(nested(100));
    const refusal = expect.objectContaining({
      class: 'fatal',
      isOutcomeUnknown: false,
      message:
        'The system answered GET /records with lists and objects nested more than 100 deep (6000026 bytes), which is not read.',
    });
    expect(() => reply(`{"count":1,"results":${nested(3_000_000)}    }`)).toThrow(refusal);
  });

  it('leaves out the body of an error that is nested too deeply', () => {
    expect(reply(nested(101), 500)).toEqual({ status: 500, headers: {}, body: undefined });
  });
});

describe('isNestedDeeper', () => {
  it.each([
    ['brackets in a text', '{"a":"[[[{{{"}', false],
    ['a protected quote in a text', String.raw`["\"[[["]`, false],
    ['a text that ends with a backslash', String.raw`["\\",[[]]]`, true],
    ['many values side by side', '[[],[],{},{}]', false],
    ['a text without an end', '["[[[', false],
  ])('sees %s as it is', (_, json, isDeeper) => {
    expect(isNestedDeeper(Buffer.from(json), 2)).toBe(isDeeper);
  });
});
