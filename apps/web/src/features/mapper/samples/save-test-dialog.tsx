import { useMemo, useState } from 'react';
import { maskPersonalData } from '@throughline/core/masking';
import type { MappingTest } from '@throughline/core/mapping/document';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Notice } from '#ui/states.tsx';
import type { EvaluationRequest } from '../evaluation/evaluation-message.ts';
import type { MappingEvaluator } from '../evaluation/evaluator.ts';
import { MaskedFields } from './masked-fields.tsx';
import type { MapperSample } from './use-samples.ts';

interface SaveTestDialogProps {
  readonly sample: MapperSample;
  readonly request: EvaluationRequest;
  readonly evaluator: MappingEvaluator;
  readonly onSave: (test: MappingTest) => void;
  readonly onClose: () => void;
}

/** Shows what is masked before a real record becomes a test. A field keeps its real value only if somebody says why. */
export const SaveTestDialog = ({ sample, request, evaluator, onSave, onClose }: SaveTestDialogProps) => {
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const masked = useMemo(() => maskPersonalData(testedPart(sample), kept), [sample, kept]);
  const isReasonMissing = kept.size > 0 && reason.trim() === '';
  const save = async () => {
    const { input, bindings } = masked.value as ReturnType<typeof testedPart>;
    const result = await evaluator.evaluate({
      ...request,
      input: JSON.stringify(input ?? null),
      bindings: JSON.stringify(bindings ?? {}),
    });
    if (result.status === 'failed') {
      setError(
        `The mapping fails on the masked sample: ${result.message} Keep the field that it needs, or change the mapping.`,
      );
      return;
    }
    onSave({
      name: masked.maskedText(sample.label),
      input,
      expected: result.value,
      ...(bindings === undefined ? {} : { bindings }),
      ...(kept.size === 0 ? {} : { kept: [...kept].map((field) => ({ field, reason: reason.trim() })) }),
    });
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      size="large"
      title="Save as test"
      description="A test is kept and seen by everybody who reviews. Personal data in it is replaced by invented values of the same format; equal values stay equal."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" disabled={isReasonMissing} onClick={() => void save()}>
            Save the test
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <MaskedFields fields={masked.fields} kept={kept} onToggle={(field) => setKept(toggled(kept, field))} />
        {kept.size > 0 && (
          <Field label="Why the test needs the real values" isRequired hint="It is saved with the test.">
            {(control) => <Input {...control} value={reason} onChange={(event) => setReason(event.target.value)} />}
          </Field>
        )}
        {error !== undefined && <Notice tone="fail">{error}</Notice>}
      </div>
    </Dialog>
  );
};

const toggled = (chosen: ReadonlySet<string>, field: string): ReadonlySet<string> => {
  const next = new Set(chosen);
  if (!next.delete(field)) next.add(field);
  return next;
};

const testedPart = ({ input, bindings }: MapperSample) => ({
  input,
  ...(bindings === undefined ? {} : { bindings }),
});

/** A real record with personal data. Invented samples and earlier tests have nothing to hide. */
export const needsMasking = (sample: MapperSample): boolean =>
  (sample.origin === 'run' || sample.origin === 'pasted') &&
  maskPersonalData({ label: sample.label, ...testedPart(sample) }).fields.length > 0;
