import { isFieldValue } from '@throughline/core/flow/field-value';
import type { Step } from '@throughline/core/flow/step';
import { fieldLabel } from '@throughline/core/flow/field-label';

/** The settings of an added or removed step, one per line. */
export const StepFields = ({ step }: { readonly step: Step }) => (
  <dl className="grid grid-cols-[minmax(6rem,auto)_minmax(0,1fr)] gap-x-4 gap-y-1.5">
    {leavesOf(step.config).map(({ pointer, value }) => (
      <div key={pointer} className="col-span-2 grid grid-cols-subgrid">
        <dt className="text-small text-muted">{fieldLabel(step.config, pointer).join(' › ')}</dt>
        <dd className="min-w-0 font-mono text-code break-words whitespace-pre-wrap">{value}</dd>
      </div>
    ))}
  </dl>
);

interface Leaf {
  readonly pointer: string;
  readonly value: string;
}

function leavesOf(value: unknown, pointer = ''): Leaf[] {
  if (typeof value === 'object' && value !== null && isFieldValue(value)) {
    // Quotes distinguish a text from a path or an expression.
    return [{ pointer, value: value.kind === 'literal' ? JSON.stringify(value.value) : value.value }];
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) =>
      leavesOf(inner, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`),
    );
  }
  return value === undefined ? [] : [{ pointer, value: typeof value === 'string' ? value : JSON.stringify(value) }];
}
