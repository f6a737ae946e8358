import { flowSchema, type FlowDocument } from '@throughline/core/flow';
import { expect, it } from 'vitest';
import { designerData } from './designer-data.ts';
import { problemWords } from './problem-words.ts';
import { countProblems } from './placed-problem.ts';
import { problemsOf } from './problems.ts';

const data = designerData({ connections: [], definitions: [] }, 'own');

const sound = flowSchema.parse({
  format: 2,
  trigger: { kind: 'manual', name: 'By hand' },
  body: [
    {
      id: 'tell',
      kind: 'notify',
      name: 'Tell Olga',
      config: {
        to: { kind: 'literal', value: 'operator' },
        subject: { kind: 'literal', value: 'Done' },
        body: { kind: 'literal', value: 'Done' },
      },
    },
    { id: 'look', kind: 'lookup', name: 'Look up', config: { valueMap: 'codes', key: '$trigger.code' } },
  ],
});

it('names the step and the field of each problem, and says what to do', () => {
  const [tell, look] = sound.body;
  const flow = {
    ...sound,
    trigger: { kind: 'event', name: 'Told', type: '' },
    body: [{ ...tell, config: { ...tell?.config, subject: { kind: 'literal', value: '' } } }, look],
    settings: { ...sound.settings, timeout: '5 minutes' },
  } as FlowDocument;
  expect(problemsOf(flow, data).map(({ place, fieldName, message }) => [place, fieldName, message])).toEqual([
    ['Trigger “Told”', 'Event type', 'Not filled in yet. Fill it in.'],
    ['Tell Olga', 'Subject', 'Not filled in yet. Fill it in.'],
    ['Flow settings', 'Timeout', 'Use an ISO 8601 duration such as PT30S, PT5M or P2D.'],
  ]);
});

it('refers to a rule with a missing or wrong name by its number', () => {
  const rule = { message: 'No.', assert: { kind: 'expression', value: 'true' } };
  const rules = [
    { ...rule, code: '' },
    { ...rule, code: 'too small' },
  ];
  const flow = { ...sound, body: [{ id: 'look', kind: 'check', name: 'Check', config: { rules } }] } as FlowDocument;
  expect(problemsOf(flow, data).map(({ place, fieldName, message }) => [place, fieldName, message])).toEqual([
    ['Check', 'Rules › rule 1 › Code', 'Not filled in yet. Fill it in.'],
    ['Check', 'Rules › rule 2 › Code', 'Use upper-case words joined by underscores.'],
  ]);
});

it('refuses a recipient that cannot be notified', () => {
  const [tell] = sound.body;
  const flow = {
    ...sound,
    body: [{ ...tell, config: { ...tell?.config, to: { kind: 'literal', value: 'Olga' } } }],
  } as FlowDocument;
  const problems = problemsOf(flow, data);
  expect(problems.map(({ place, fieldName, field, code }) => [place, fieldName, field, code])).toEqual([
    ['Tell Olga', 'To', '/to', 'BAD_RECIPIENT'],
  ]);
  expect(problemWords(countProblems(problems))).toBe('1 error');
});

it.each([
  [{ errors: 0, warnings: 0 }, 'No problems'],
  [{ errors: 2, warnings: 1 }, '2 errors, 1 warning'],
  [{ errors: 0, warnings: 2 }, '2 warnings'],
])('%j reads %s', (counts, words) => {
  expect(problemWords(counts)).toBe(words);
});
