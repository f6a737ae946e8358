import { expect, test } from 'vitest';
import { flowUpgrades, currentFormats, upgradeDocument, upgradeFlow, type Upgrade } from './upgrades.ts';
import { validFlow } from '../../testing/flow/sample-flow.ts';

const upgrades: readonly Upgrade[] = [
  { name: 'steps-become-body', from: 1, upgrade: ({ steps, ...rest }) => ({ ...rest, body: steps }) },
  { name: 'title-becomes-name', from: 2, upgrade: ({ title, ...rest }) => ({ ...rest, name: title }) },
];

test('upgrades run one after the other, each named', () => {
  expect(upgradeDocument({ format: 1, steps: [], title: 'A' }, upgrades, 3)).toEqual({
    document: { format: 3, body: [], name: 'A' },
    applied: ['steps-become-body', 'title-becomes-name'],
  });
  expect(upgradeDocument({ format: 2, title: 'A' }, upgrades, 3)).toEqual({
    document: { format: 3, name: 'A' },
    applied: ['title-becomes-name'],
  });
});

test.each([{ format: 3 }, { format: 0 }, { format: 'one' }, null, [], 'text'])(
  '%j has no way on and stays',
  (input) => {
    expect(upgradeDocument(input, upgrades, 3)).toEqual({ document: input, applied: [] });
  },
);

test('a flow of the current format is left as it is', () => {
  const flow = validFlow();
  expect(upgradeFlow(flow)).toBe(flow);
});

test('there is an upgrade for every format before the current one', () => {
  expect(flowUpgrades.map(({ from }) => from)).toEqual(
    Array.from({ length: currentFormats.flow - 1 }, (_, index) => index + 1),
  );
});
