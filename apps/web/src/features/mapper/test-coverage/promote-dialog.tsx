'use client';
import { useState } from 'react';
import type { MappingTest } from '@throughline/core/mapping/document';
import { Button } from '#ui/button.tsx';
import { countText } from '#ui/count-text.ts';
import { Dialog } from '#ui/dialog.tsx';
import type { PromotedSample } from './coverage-work.ts';

interface PromoteDialogProps {
  readonly promoted: readonly PromotedSample[];
  readonly onAdd: (tests: readonly MappingTest[]) => void;
  readonly onClose: () => void;
}

const mostNamed = 8;

/** The fewest samples that cover what no test covers, each with what it adds and what is masked in it. */
export const PromoteDialog = ({ promoted: found, onAdd, onClose }: PromoteDialogProps) => {
  // What is shown is what is saved, even if the samples change meanwhile.
  const [promoted] = useState(found);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const chosen = promoted.filter(({ index }) => !left.has(index));
  const toggle = (index: number): void => {
    const next = new Set(left);
    if (!next.delete(index)) next.add(index);
    setLeft(next);
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      size="large"
      title="Tests from samples"
      description="The fewest samples that cover what no test covers yet. Personal data in them is replaced by invented values of the same format; what the mapping gives for them now is what the tests will expect."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            disabled={chosen.length === 0}
            onClick={() => {
              onAdd(chosen.map(testOf));
              onClose();
            }}
          >
            {`Save ${countText(chosen.length, 'test')}`}
          </Button>
        </>
      }
    >
      <ul aria-label="Samples" className="flex flex-col">
        {promoted.map((sample) => (
          <li key={sample.index} className="border-b border-line py-2">
            <div className="flex items-start gap-2">
              <input
                id={`promoted-${sample.index}`}
                type="checkbox"
                className="mt-0.5 size-4 shrink-0 accent-accent"
                checked={!left.has(sample.index)}
                onChange={() => toggle(sample.index)}
              />
              <span className="flex min-w-0 flex-col gap-0.5">
                <label htmlFor={`promoted-${sample.index}`} className="font-medium break-words">
                  {sample.name}
                </label>
                <span className="text-small break-words">{addsText(sample)}</span>
                <span className="text-small break-words text-muted">{maskedText(sample)}</span>
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Dialog>
  );
};

const testOf = ({ name, input, bindings, expected }: PromotedSample): MappingTest => ({
  name,
  input,
  expected,
  ...(bindings === undefined ? {} : { bindings }),
});

function addsText({ fields, branches }: PromotedSample): string {
  const more = fields.length > mostNamed ? ` and ${fields.length - mostNamed} more` : '';
  const values = fields.length === 0 ? '' : `Gives ${fields.slice(0, mostNamed).join(', ')}${more} a value. `;
  return `${values}${branches === 0 ? '' : `Runs ${branches === 1 ? 'one branch' : `${branches} branches`} that no test runs.`}`;
}

function maskedText({ masked }: PromotedSample): string {
  if (masked.length === 0) return 'No personal data was found in it.';
  const more = masked.length > mostNamed ? ` and ${masked.length - mostNamed} more` : '';
  return `Masked: ${masked.slice(0, mostNamed).join(', ')}${more}.`;
}
