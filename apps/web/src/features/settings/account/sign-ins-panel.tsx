import { Panel } from '#ui/panel.tsx';
import { Pill } from '#ui/pill.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import type { AccountData, AccountPanelProps } from './account-data.ts';

type Outcome = AccountData['events'][number]['outcome'];

const outcomes: Readonly<Record<Outcome, { readonly tone: 'live' | 'review' | 'failed'; readonly word: string }>> = {
  succeeded: { tone: 'live', word: 'Signed in' },
  failed: { tone: 'review', word: 'Failed' },
  locked: { tone: 'failed', word: 'Locked' },
  changed: { tone: 'review', word: 'Changed' },
};

/** The last sign-in attempts, so that people notice those that were not theirs. */
export const SignInsPanel = ({ account: { events } }: AccountPanelProps) => (
  <Panel title="Recent sign-ins">
    {events.length === 0 && <p className="text-muted">None on record yet.</p>}
    <ul aria-label="Recent sign-ins" className="flex max-h-72 flex-col gap-1.5 overflow-auto">
      {events.map(({ id, outcome, method, address, at }) => (
        <li key={id} className="flex items-center gap-2">
          <Pill tone={outcomes[outcome].tone}>{outcomes[outcome].word}</Pill>
          <span className="min-w-0 flex-1 wrap-anywhere">
            {method.replaceAll('-', ' ')} <span className="text-small text-muted">{address ?? ''}</span>
          </span>
          <span className="text-small text-muted">
            <RelativeTime at={at} />
          </span>
        </li>
      ))}
    </ul>
  </Panel>
);
