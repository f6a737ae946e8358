'use client';
import { useQuery } from '@tanstack/react-query';
import { Panel } from '#ui/panel.tsx';
import { DeliveryList } from '../../runs/detail/delivery-list.tsx';
import { MaskedNote } from '../../workspace/masked-note.tsx';
import { QueryView } from '../../workspace/query-view.tsx';
import { useTRPC } from '../../workspace/trpc.ts';
import { useWorkspace } from '../../workspace/workspace-context.ts';
import type { ExceptionDetail } from './exception-detail.ts';
import { ExceptionHeader } from './exception-header.tsx';
import { FailingRules } from './failing-rules.tsx';
import { PayloadEditor } from './payload-editor.tsx';
import { Resolution } from './resolution.tsx';

const replayingPollMs = 1500;
const calmPollMs = 15_000;

/** One exception: why it stopped, what was already done, the payload to fix, and the ways to end it. */
export const ExceptionPage = ({ exceptionId }: { readonly exceptionId: string }) => {
  const trpc = useTRPC();
  const { environment } = useWorkspace();
  const query = useQuery(
    trpc.exceptions.one.queryOptions(
      { environment: environment.key, exceptionId },
      { refetchInterval: ({ state }) => (state.data?.state === 'replaying' ? replayingPollMs : calmPollMs) },
    ),
  );
  return <QueryView query={query}>{(exception) => <LoadedException exception={exception} />}</QueryView>;
};

const LoadedException = ({ exception }: { readonly exception: ExceptionDetail }) => (
  <>
    <ExceptionHeader exception={exception} />
    <div className="px-4 lg:px-6">
      <Resolution exception={exception} />
      <MaskedNote className="mb-3" />
    </div>
    <div className="grid items-start gap-4 px-4 pb-8 lg:px-6 xl:grid-cols-[22rem_minmax(0,1fr)]">
      <div className="flex flex-col gap-4">
        <Panel title="Why it stopped">
          <FailingRules exception={exception} />
        </Panel>
        <Panel title="What was already done">
          {exception.deliveries.length === 0 ? (
            <p className="text-muted">Nothing was written anywhere before it stopped.</p>
          ) : (
            <>
              <DeliveryList deliveries={exception.deliveries} />
              <p className="mt-2 text-small text-muted">
                A replay finds these records and continues; nothing is duplicated.
              </p>
            </>
          )}
        </Panel>
      </div>
      {/* When somebody else changes the payload, the form starts over. */}
      <PayloadEditor key={`${exception.state}${JSON.stringify(exception.payload)}`} exception={exception} />
    </div>
  </>
);
