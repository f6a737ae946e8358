import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Panel } from '#ui/panel.tsx';
import { Pill } from '#ui/pill.tsx';
import type { AccountPanelProps } from './account-data.ts';
import { SecondFactorDialog, type SecondFactorDeed } from './second-factor-dialog.tsx';

export const SecondFactorPanel = ({ account }: AccountPanelProps) => {
  const { hasSecondFactor } = account;
  const [deed, setDeed] = useState<SecondFactorDeed>();
  return (
    <Panel
      title="Second factor"
      actions={hasSecondFactor ? <Pill tone="live">On</Pill> : <Pill tone="skipped">Off</Pill>}
    >
      <p className="text-muted">
        {hasSecondFactor
          ? 'Signing in with your password also asks for a code from your authenticator app.'
          : 'With an authenticator app, a stolen password alone does not let anybody in.'}
      </p>
      <div className="mt-3 flex flex-wrap justify-end gap-2">
        {hasSecondFactor ? (
          <>
            <Button onClick={() => setDeed('codes')}>New recovery codes</Button>
            <Button variant="danger" onClick={() => setDeed('disable')}>
              Turn off
            </Button>
          </>
        ) : (
          <Button onClick={() => setDeed('enable')}>Set up</Button>
        )}
      </div>
      {deed !== undefined && <SecondFactorDialog account={account} deed={deed} onClose={() => setDeed(undefined)} />}
    </Panel>
  );
};
