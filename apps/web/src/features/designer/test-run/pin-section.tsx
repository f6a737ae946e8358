'use client';
import { useState } from 'react';
import { skipToken, useQuery } from '@tanstack/react-query';
import { Pin, PinOff } from 'lucide-react';
import { isBoundedPayload } from '@throughline/core/db/words/bounded-payload';
import { kindOf, type Step } from '@throughline/core/flow/step';
import { useTRPC } from '#features/workspace/trpc.ts';
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Textarea } from '#ui/input.tsx';
import { readPin } from './read-pin.ts';
import type { PinnedOutputs } from './use-pins.ts';

interface PinSectionProps {
  readonly step: Step;
  readonly pinned: PinnedOutputs;
  readonly runId: string | undefined;
  /** Where the step ran in the last test. */
  readonly path: string | undefined;
}

/** The output that the next test takes instead of executing the step. */
export const PinSection = ({ step, pinned, runId, path }: PinSectionProps) => {
  const isPinned = Object.hasOwn(pinned.pins, step.id);
  const [text, setText] = useState<string>();
  const last = useLastOutput(runId, path);
  const { runs } = kindOf(step).control;
  if (runs === 'one-body' || runs === 'all-bodies') {
    return <p className="text-small text-muted">It only chooses a way, so it has no output to pin.</p>;
  }
  if (text !== undefined) return <PinEditor {...{ step, pinned, text }} onText={setText} />;
  const edited = isPinned ? pinned.pins[step.id] : (last ?? {});
  return (
    <>
      <p className="text-small text-muted">
        {isPinned
          ? 'Pinned: a test takes this output and does not execute the step. Only your tests in this tab do.'
          : 'Pin an output to have a test take it instead of executing the step.'}
      </p>
      <div className="flex flex-wrap gap-2">
        {!isPinned && last !== undefined && (
          <Button icon={<Pin aria-hidden />} onClick={() => pinned.pin(step.id, last)}>
            Pin this output
          </Button>
        )}
        <Button variant="ghost" onClick={() => setText(JSON.stringify(edited, null, 2))}>
          {isPinned ? 'Edit the pin' : 'Write an output'}
        </Button>
        {isPinned && (
          <Button variant="ghost" icon={<PinOff aria-hidden />} onClick={() => pinned.unpin(step.id)}>
            Remove the pin
          </Button>
        )}
      </div>
    </>
  );
};

interface PinEditorProps extends Pick<PinSectionProps, 'step' | 'pinned'> {
  readonly text: string;
  readonly onText: (text: string | undefined) => void;
}

/** The editor opens because somebody wants to write. */
const focusOnce = (area: HTMLTextAreaElement | null): void => area?.focus();

const PinEditor = ({ step, pinned, text, onText }: PinEditorProps) => {
  const read = readPin(text);
  return (
    <>
      <Field label="Pinned output" hint="A JSON value: what later steps read of this step." error={read.problem}>
        {(control) => (
          <Textarea
            {...control}
            rows={8}
            ref={focusOnce}
            spellCheck={false}
            className="font-mono text-code"
            value={text}
            onChange={(event) => onText(event.target.value)}
          />
        )}
      </Field>
      <div className="flex gap-2">
        <Button
          variant="primary"
          disabled={read.problem !== undefined}
          onClick={() => {
            pinned.pin(step.id, read.value);
            onText(undefined);
          }}
        >
          Pin it
        </Button>
        <Button variant="ghost" onClick={() => onText(undefined)}>
          Cancel
        </Button>
      </div>
    </>
  );
};

/** What the step gave in the last test; undefined if it gave nothing that can be pinned. */
function useLastOutput(runId: string | undefined, path: string | undefined): unknown {
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.designer.testStep.queryOptions(runId === undefined || path === undefined ? skipToken : { runId, path }, {
      staleTime: Infinity,
    }),
  );
  const output = data?.output ?? undefined;
  return isBoundedPayload(output) ? undefined : output;
}
