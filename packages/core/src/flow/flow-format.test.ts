import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { flowSchema, triggerSchema } from './definition.ts';
import { stepKinds } from './step.ts';
import { validateFlow } from './validate.ts';
import { sampleContext } from '../../testing/flow/sample-flow.ts';

const page = readFileSync(new URL('../../../../docs/wire/flow-format.md', import.meta.url), 'utf8');

test('the example on the page is a valid flow', () => {
  const example = /```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const document: unknown = JSON.parse(example);
  expect(validateFlow(document, sampleContext)).toEqual([]);
  expect(flowSchema.parse(document).body.map(({ id }) => id)).toEqual(['readDeal', 'checkDeal', 'writeCustomer']);
});

test('the page has a row for every step kind and trigger', () => {
  const section = (title: string): string[] =>
    [...(new RegExp(`## ${title}\\n([\\s\\S]*?)\\n##`).exec(page)?.[1] ?? '').matchAll(/^\| `([a-z-]+)` \|/gm)].map(
      ([, name]) => name ?? '',
    );
  const frame = ['id', 'kind', 'disabled', 'retry', 'bodies'];
  expect(section('Steps').filter((name) => !frame.includes(name))).toEqual(Object.keys(stepKinds));
  expect(section('Triggers').filter((name) => name !== 'kind')).toEqual(
    triggerSchema.options.map((option) => option.shape.kind.value),
  );
});
