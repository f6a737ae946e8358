'use client';
import { errorClasses, passingClasses, type ErrorClass } from '@throughline/core/connector/error';
import { kindOf, type RetryPolicy, type Step } from '@throughline/core/flow/step';
import { ChoiceField } from '../form/choice-field.tsx';
import { NumberField } from '../form/text-field.tsx';
import { useFormContext } from '../form/form-context.ts';

interface RetryFieldsProps {
  readonly step: Step;
  readonly onChange: (step: Step, about: string) => void;
}

const start: RetryPolicy = { maxAttempts: 5, backoffMs: 1000, maxBackoffMs: 60_000 };

/**
 * How often a step is tried again, and for which classes of error. Pure steps give the same result every time, so they
 * have no retries.
 */
export const RetryFields = ({ step, onChange }: RetryFieldsProps) => {
  if (!kindOf(step).isEffect) return null;
  const { retry } = step;
  const change = (next: RetryPolicy) => onChange({ ...step, retry: next }, '/retry');
  return (
    <>
      <ChoiceField
        label="Retry"
        pointer="/retry"
        value={retry === undefined ? 'default' : 'own'}
        options={[
          { value: 'default', label: 'As usual: 5 attempts, what may pass by itself' },
          { value: 'own', label: 'Own rules' },
        ]}
        onChange={(mode) => {
          if (mode === 'own') change(start);
          else onChange(withoutRetry(step), '/retry');
        }}
      />
      {retry !== undefined && (
        <>
          <div className="grid grid-cols-3 gap-2">
            <NumberField
              label="Attempts"
              pointer="/retry/maxAttempts"
              min={1}
              max={20}
              value={retry.maxAttempts}
              onChange={(maxAttempts) => change({ ...retry, maxAttempts })}
            />
            <NumberField
              label="First wait, ms"
              pointer="/retry/backoffMs"
              min={10}
              max={3_600_000}
              value={retry.backoffMs}
              onChange={(backoffMs) => change({ ...retry, backoffMs })}
            />
            <NumberField
              label="Longest, ms"
              pointer="/retry/maxBackoffMs"
              min={10}
              max={86_400_000}
              value={retry.maxBackoffMs}
              onChange={(maxBackoffMs) => change({ ...retry, maxBackoffMs })}
            />
          </div>
          <ClassChoices value={retry.classes} onChange={(classes) => change({ ...retry, classes })} />
        </>
      )}
    </>
  );
};

interface ClassChoicesProps {
  readonly value: readonly ErrorClass[] | undefined;
  readonly onChange: (value: ErrorClass[]) => void;
}

const ClassChoices = ({ value = passingClasses, onChange }: ClassChoicesProps) => {
  const { isReadOnly } = useFormContext();
  return (
    <fieldset>
      <legend className="mb-1 text-small font-medium">Try again after</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {errorClasses.map((name) => (
          <label key={name} className="flex items-center gap-1.5">
            <input
              type="checkbox"
              className="size-3.5 accent-accent"
              disabled={isReadOnly}
              checked={value.includes(name)}
              onChange={(event) =>
                onChange(event.target.checked ? [...value, name] : value.filter((each) => each !== name))
              }
            />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
};

function withoutRetry(step: Step): Step {
  const { retry: _before, ...others } = step;
  return others;
}
