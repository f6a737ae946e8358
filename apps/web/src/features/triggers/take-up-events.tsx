'use client';
import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { Select } from '#ui/select.tsx';
import { Notice } from '#ui/states.tsx';
import { useToaster } from '#ui/toast.tsx';
import { errorText } from '../workspace/error-text.ts';
import { useTRPC } from '../workspace/trpc.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { takenTexts, takingUpText, tooLargeText, toldText, type Offer } from './offer-words.ts';

const hourMs = 3_600_000;
const spans = [
  { value: String(hourMs), label: 'the last hour' },
  { value: String(24 * hourMs), label: 'the last day' },
  { value: String(7 * 24 * hourMs), label: 'the last week' },
  { value: 'all', label: 'everything that is kept, at most 30 days' },
] as const;

interface TakeUpEventsProps {
  readonly flowKey: string;
  /** Key of the environment in which the flow is live. */
  readonly environment: string;
  /** Names flow and environment if neither is clear from the context. */
  readonly prefix?: string;
}

/**
 * Offers to process the events that arrived before a flow was live. Nothing is processed unless a person decides so.
 */
export const TakeUpEvents = ({ flowKey, environment, prefix = '' }: TakeUpEventsProps) => {
  const trpc = useTRPC();
  const { can } = useWorkspace();
  const [isOpen, setIsOpen] = useState(false);
  const { data: offered } = useQuery(trpc.triggers.offered.queryOptions({ environment, flow: flowKey }));
  if (offered == null) return null;
  const [told, tooLarge] = [toldText(offered), tooLargeText(offered)];
  return (
    <>
      {told !== undefined && (
        <Notice tone="info">
          {prefix}
          {told}, the last <RelativeTime at={offered.newestAt} />.
        </Notice>
      )}
      {tooLarge !== undefined && (
        <Notice tone="warn">
          {prefix}
          {tooLarge}
        </Notice>
      )}
      {told !== undefined && (can('operator') || can('approver')) && (
        <Button className="self-start" onClick={() => setIsOpen(true)}>
          Take them up…
        </Button>
      )}
      {isOpen && <TakeUpDialog {...{ flowKey, environment, offered }} onClose={() => setIsOpen(false)} />}
    </>
  );
};

interface TakeUpDialogProps extends Pick<TakeUpEventsProps, 'flowKey' | 'environment'> {
  readonly offered: Offer;
  readonly onClose: () => void;
}

const TakeUpDialog = ({ flowKey, environment, offered, onClose }: TakeUpDialogProps) => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toaster = useToaster();
  const [chosen, setChosen] = useState(() => spanOf(spans[1].value));
  const { span, since } = chosen;
  const { data: inSpan, isPending } = useQuery(
    trpc.triggers.offered.queryOptions({ environment, flow: flowKey, since }),
  );
  const takeUp = useMutation(
    trpc.triggers.takeUp.mutationOptions({
      onSuccess: async (taken) => {
        onClose();
        toaster.succeeded(...takenTexts(taken, offered));
        await queryClient.invalidateQueries({ queryKey: trpc.triggers.pathKey() });
      },
    }),
  );
  const told = inSpan == null ? undefined : toldText(inSpan);
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title="Take up earlier events"
      description={inSpan == null || told === undefined ? nothingIn(isPending) : `${told}. ${takingUpText(inSpan)}`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            disabled={told === undefined}
            isBusy={takeUp.isPending}
            onClick={() => takeUp.mutate({ environment, flow: flowKey, since })}
          >
            Take up
          </Button>
        </>
      }
    >
      <Field label="Events of" error={takeUp.isError ? errorText(takeUp.error) : undefined}>
        {(control) => <Select {...control} options={spans} value={span} onChange={(next) => setChosen(spanOf(next))} />}
      </Field>
    </Dialog>
  );
};

const nothingIn = (isPending: boolean): string =>
  isPending ? 'Counting what came in this time…' : 'Nothing that can be taken up came in this time.';

/** A span with the instant at which it begins, in ISO. That instant is fixed when the span is chosen. */
const spanOf = (span: string) => ({
  span,
  since: new Date(span === 'all' ? 0 : Date.now() - Number(span)).toISOString(),
});
