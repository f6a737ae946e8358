import { expect, test } from 'vitest';
import { evaluateRequest } from '../evaluation/evaluate-request.ts';
import { maskedRequest } from './masked-request.ts';
import { sheetRow } from './sheet-rows.ts';

const row = (id: string, expression: string) => ({
  id,
  path: [id],
  node: undefined,
  expression,
  span: undefined,
  sentence: '',
  sources: [],
  note: '',
  preview: 'mara.lind@firm.example',
  tests: { tests: 0, failing: 0 },
  isMissing: false,
});

test('the sample column of a sheet shows no personal data of the record or its bindings', () => {
  const request = {
    text: '{ "mail": Email, "by": $user.email, "stage": Stage }',
    input: JSON.stringify({ Email: 'mara.lind@firm.example', Stage: 'Won' }),
    bindings: JSON.stringify({ user: { email: 'owen.hart@firm.example' } }),
    valueMaps: '{}',
  };
  const result = evaluateRequest(maskedRequest(request));
  if (result.status !== 'done') throw new Error(result.message);
  const samples = ['mail', 'by', 'stage', 'none'].map((id) => sheetRow(row(id, 'x'), result.value).sample);
  expect(samples).toEqual([expect.stringContaining('@'), expect.stringContaining('@'), 'Won', '']);
  expect(samples.join(' ')).not.toMatch(/mara|owen|lind|hart/);
});
