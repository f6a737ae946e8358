import type { Difference } from '../../mapping/differences.ts';
import type { MappingTestOutcome } from '../../mapping/run-tests.ts';

/** Says why a saved test does not pass, as the end of a sentence. Undefined when it passes. */
export function describeOutcome(outcome: MappingTestOutcome): string | undefined {
  switch (outcome.status) {
    case 'passed':
      return undefined;
    case 'failed': {
      const shown = outcome.differences.slice(0, 3).map(describeDifference);
      const more = outcome.differences.length - shown.length;
      return `fails: ${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`;
    }
    case 'error':
      return `cannot run: ${outcome.error.message.replace(/[^.?!]$/, '$&.')}`;
  }
}

const describeDifference = ({ pointer, expected, actual }: Difference): string =>
  `${pointer === '' ? 'the whole result' : pointer} should be ${shortJson(expected)} and is ${shortJson(actual)}`;

function shortJson(value: unknown): string {
  if (value === undefined) return 'absent';
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
