import { expect, test } from 'vitest';
import type { MappingDocument } from '@throughline/core/mapping/document';
import { formerShapes } from './former-shapes.ts';

const sources = {
  catalog: {},
  entities: {
    deal: {
      current: '2',
      versions: { 1: { type: 'object', title: 'First' }, 2: { type: 'object', title: 'Second' } },
    },
  },
} as const;

const document = (version: string | undefined): MappingDocument => ({
  format: 1,
  text: '',
  source: { kind: 'entity', entity: 'deal', ...(version === undefined ? {} : { version }) },
  target: { kind: 'any' },
  tests: [],
});

test('the former shape is the last one that differs, whatever else was edited since', () => {
  const past = [document('1'), { ...document('2'), text: 'a' }, { ...document('2'), text: 'ab' }];
  expect(formerShapes(past, document('2'), sources)).toEqual({ source: { type: 'object', title: 'First' } });
  const back = [...past, document('1')];
  expect(formerShapes(back, document('2'), sources)).toEqual({ source: { type: 'object', title: 'First' } });
  expect(formerShapes(back, document('1'), sources)).toEqual({ source: { type: 'object', title: 'Second' } });
});

test('a shape that is only called differently is still the same one', () => {
  const past = [document('1'), { ...document('2'), text: 'a' }];
  expect(formerShapes(past, document(undefined), sources)).toEqual({ source: { type: 'object', title: 'First' } });
  expect(formerShapes([document('2')], document(undefined), sources)).toEqual({});
});

test('an open or unknown shape in between says nothing about the fields before', () => {
  const open: MappingDocument = { ...document('1'), source: { kind: 'any' } };
  const past = [document('1'), open, document('7')];
  expect(formerShapes(past, document('2'), sources)).toEqual({ source: { type: 'object', title: 'First' } });
  expect(formerShapes([open], document('2'), sources)).toEqual({});
});

test('a mapping whose shapes never changed has none', () => {
  expect(formerShapes([{ ...document('1'), text: 'a' }], document('1'), sources)).toEqual({});
});
