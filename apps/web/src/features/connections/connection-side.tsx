import type { ConnectionSummary } from '@throughline/core/db/connections/load-connection';
import type { ConnectorManifest } from '@throughline/core/connector/manifest';
import { CopyButton } from '#ui/copy-button.tsx';
import { Panel } from '#ui/panel.tsx';
import { Notice } from '#ui/states.tsx';
import { triggerKinds } from '../triggers/trigger-kinds.ts';
import { UnclaimedPanel } from '../triggers/unclaimed-panel.tsx';
import { entityTitle } from '../model/entity-title.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';

interface ConnectionSideProps {
  readonly connection: ConnectionSummary;
  readonly manifest: ConnectorManifest | undefined;
}

const tones = { connected: 'good', failing: 'fail', untested: 'info', paused: 'warn' } as const;
/** Shown as long as we have received nothing from the system itself. */
const untold = {
  connected: 'It answered the last time a flow used it. Test it to see who we are signed in as.',
  failing: 'It failed the last time a flow used it. Test it to see why.',
  untested: 'Not tested yet. Test it to see whether it answers, and who we are signed in as.',
  paused: 'Paused: flows wait until somebody resumes it.',
} as const;

/** The state in a sentence, the webhook address, the objects, and the quirks of this system. */
export const ConnectionSide = ({ connection, manifest }: ConnectionSideProps) => (
  <div className="flex flex-col gap-4">
    <Notice tone={tones[connection.state]}>{connection.stateMessage ?? untold[connection.state]}</Notice>
    {manifest?.webhook !== undefined && (
      <>
        <WebhookPanel connection={connection} webhook={manifest.webhook} />
        <UnclaimedPanel connectionId={connection.id} />
      </>
    )}
    {manifest !== undefined && (
      <>
        <Panel title="Objects">
          <ul className="flex flex-col gap-1">
            {Object.values(manifest.objects).map(({ name, title, entity }) => (
              <li key={name} className="flex items-baseline gap-2">
                <span className="flex-1">{title}</span>
                {entity !== undefined && <span className="text-small text-muted">{entityTitle(entity)}</span>}
              </li>
            ))}
          </ul>
        </Panel>
        <Panel title="Good to know">
          <ul className="flex flex-col gap-2 text-muted">
            {manifest.quirks.map(({ id, text, source }) => (
              <li key={id}>
                {text}{' '}
                <a href={source} target="_blank" rel="noreferrer" className="text-accent underline">
                  source
                </a>
              </li>
            ))}
          </ul>
        </Panel>
      </>
    )}
  </div>
);

interface WebhookPanelProps {
  readonly connection: ConnectionSummary;
  readonly webhook: NonNullable<ConnectorManifest['webhook']>;
}

const WebhookPanel = ({ connection, webhook: { objects, setup } }: WebhookPanelProps) => {
  const { hooksUrl } = useWorkspace();
  const address = `${hooksUrl.replace(/\/$/, '')}/hooks/${connection.id}`;
  const hasSecret = connection.secretFields.includes('webhookSecret');
  return (
    <Panel title="Webhook">
      <div className="flex flex-col gap-2">
        {setup !== undefined && (
          <Notice tone="warn">
            {setup} To begin without it, give the flow a trigger of the kind <em>{triggerKinds.change}</em>: it asks as
            often as you say, and needs nothing in the account.
          </Notice>
        )}
        <p className="text-muted">
          Register this address in the system, so that changes of {new Intl.ListFormat('en').format(objects)} are heard
          at once.
        </p>
        <p className="flex items-center gap-1 rounded-md border border-line bg-sunken py-1 pr-1 pl-2 font-mono text-small">
          <span className="min-w-0 flex-1 break-all">{address}</span>
          <CopyButton text={address} label="Copy the address" />
        </p>
        <p className={hasSecret ? 'text-small text-muted' : 'text-small text-review'}>
          {hasSecret
            ? 'The signing secret is set: unsigned calls are refused.'
            : 'No signing secret is set, so every call is refused. Enter it under Sign-in.'}
        </p>
      </div>
    </Panel>
  );
};
