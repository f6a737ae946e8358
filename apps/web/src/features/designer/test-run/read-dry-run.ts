import { z } from 'zod';
import { countText } from '#ui/count-text.ts';

const would = z.object({
  operation: z.string(),
  changes: z.array(z.object({ pointer: z.string(), expected: z.unknown(), actual: z.unknown() })).default([]),
  requests: z
    .array(
      z.object({
        method: z.string(),
        url: z.string(),
        headers: z.record(z.string(), z.string()),
        body: z.unknown().optional(),
      }),
    )
    .default([]),
});

const write = z.object({ would, effect: z.string() });
const others = z.object({
  would: z.union([
    z.object({ publish: z.unknown() }),
    z.object({ notify: z.unknown() }),
    z.object({ wait: z.unknown() }),
  ]),
});

export interface ReadDryRun {
  readonly sentence: string;
  readonly changes: readonly { readonly field: string; readonly before: string; readonly after: string }[];
  readonly requests: z.output<typeof would>['requests'];
}

const mostChanges = 50;

/** What a step of a test would have done, from its output; undefined if it does nothing outside. */
export function readDryRun(output: unknown): ReadDryRun | undefined {
  const written = write.safeParse(output);
  if (written.success) return ofWrite(written.data);
  const other = others.safeParse(output);
  if (!other.success) return undefined;
  const nothing = { changes: [], requests: [] };
  if ('publish' in other.data.would) return { ...nothing, sentence: 'Nothing was published: this is what would be.' };
  if ('notify' in other.data.would) return { ...nothing, sentence: 'Nobody was notified: this is what would be sent.' };
  return { ...nothing, sentence: 'It did not wait: this is what it would wait for.' };
}

const effects: Readonly<Record<string, string>> = {
  created: 'It would create a record.',
  updated: 'It would update a record.',
  deleted: 'It would delete a record.',
  unchanged: 'It would change nothing: the record is as it should be.',
  skipped: 'It would leave the record that is there.',
};

function ofWrite({ would: { changes, requests }, effect }: z.output<typeof write>): ReadDryRun {
  const sent =
    requests.length === 0
      ? 'Nothing would be sent.'
      : `Nothing was sent; it would send ${countText(requests.length, 'request')}.`;
  return {
    sentence: `${effects[effect] ?? 'It would write a record.'} ${sent}`,
    changes: changes.slice(0, mostChanges).map(({ pointer, expected, actual }) => ({
      field: pointer.replace(/^\//, '').replaceAll('/', ' › '),
      before: shown(actual),
      after: shown(expected),
    })),
    requests,
  };
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 200 ? `${text.slice(0, 197)}…` : text;
}
