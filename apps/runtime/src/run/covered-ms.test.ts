import { expect, it } from 'vitest';
import { coveredMs } from './covered-ms.ts';

const span = (fromMs: number, untilMs: number) => ({ from: new Date(fromMs), until: new Date(untilMs) });

it.each([
  ['nothing', [], 0],
  ['one time span', [span(10, 30)], 20],
  ['time spans one after the other', [span(40, 45), span(10, 30)], 25],
  ['an overlap once', [span(10, 30), span(20, 50)], 40],
  ['one inside another once', [span(10, 50), span(20, 30)], 40],
  ['two that touch', [span(10, 20), span(20, 30)], 20],
  ['none that ends before it begins', [span(30, 10), span(5, 20)], 15],
])('counts %s', (_title, spans, expected) => {
  expect(coveredMs(spans)).toBe(expected);
});
