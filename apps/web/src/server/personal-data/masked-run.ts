import { maskPersonalData } from '@throughline/core/masking';
import type { loadRun } from '../runs/load-run.ts';
import { maskedTexts } from './masked-row.ts';

type Run = Awaited<ReturnType<typeof loadRun>>;

/** A run without personal data. A value that is replaced in one place is replaced in all the others. */
export const maskedRun = (run: Run): Run => {
  const { trigger, output, target } = run;
  const data = run.events.map((event) => event.data);
  const { value, maskedText } = maskPersonalData({ trigger, output, target, data });
  const masked = value as { readonly data: readonly unknown[] } & Pick<Run, 'trigger' | 'output' | 'target'>;
  const texts = <Row extends object>(rows: readonly Row[], ...names: readonly (keyof Row)[]): Row[] =>
    rows.map((row) => ({ ...row, ...maskedTexts(row, names, maskedText) }));
  return {
    ...run,
    ...maskedTexts(run, ['businessLabel', 'errorMessage'], maskedText),
    trigger: masked.trigger,
    output: masked.output,
    target: masked.target,
    events: texts(run.events, 'subject').map((event, index) => ({ ...event, data: masked.data[index] })),
    steps: texts(run.steps, 'errorMessage').map(({ retries, ...step }) => ({
      ...step,
      retries: texts(retries, 'message'),
    })),
    deliveries: texts(run.deliveries, 'errorMessage'),
    links: texts(run.links, 'label'),
    exceptions: texts(run.exceptions, 'message'),
    notifications: texts(run.notifications, 'recipient', 'subject', 'body'),
    approvals: texts(run.approvals, 'question', 'comment'),
  };
};
