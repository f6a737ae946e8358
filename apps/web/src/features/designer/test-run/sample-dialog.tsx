'use client';
import { useState } from 'react';
import { Play } from 'lucide-react';
import type { FlowDocument } from '@throughline/core/flow';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Tabs, type Tab } from '#ui/tabs.tsx';
import { PasteSample } from './paste-sample.tsx';
import { ReadSample } from './read-sample.tsx';
import { RecentSamples } from './recent-samples.tsx';

interface SampleDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly definitionId: string;
  readonly trigger: FlowDocument['trigger'];
  readonly onStart: (payload: unknown) => void;
}

type SampleTab = 'recent' | 'record' | 'json';

/** Chooses the input of a test: an event that the flow received, a record of the system, or JSON. */
export const SampleDialog = ({ isOpen, onOpenChange, definitionId, trigger, onStart }: SampleDialogProps) => {
  const [tab, setTab] = useState<SampleTab>('recent');
  const [sample, setSample] = useState<{ readonly payload: unknown }>();
  const choose = (payload: unknown) => setSample({ payload });
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      size="large"
      title="Test run"
      description="Runs the flow as it stands here. Reads are real; writes, events and messages only say what they would have done."
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button
            variant="primary"
            icon={<Play aria-hidden />}
            disabled={sample === undefined}
            onClick={() => {
              onOpenChange(false);
              onStart(sample?.payload);
            }}
          >
            Run the test
          </Button>
        </>
      }
    >
      <Tabs
        label="Where the sample comes from"
        value={tab}
        onChange={(next) => {
          setTab(next as SampleTab);
          setSample(undefined);
        }}
        panelClassName="h-96 min-h-0 pt-2"
        tabs={sampleTabs({ definitionId, trigger, choose, onPaste: setSample })}
      />
    </Dialog>
  );
};

interface TabsInput {
  readonly definitionId: string;
  readonly trigger: FlowDocument['trigger'];
  readonly choose: (payload: unknown) => void;
  readonly onPaste: (sample: { readonly payload: unknown } | undefined) => void;
}

function sampleTabs({ definitionId, trigger, choose, onPaste }: TabsInput): Tab[] {
  const hasRecords =
    'connection' in trigger && trigger.record === 'read' && trigger.connection !== '' && trigger.object !== '';
  return [
    {
      value: 'recent',
      label: 'Received and tried before',
      content: <RecentSamples definitionId={definitionId} onChoose={choose} />,
    },
    ...(hasRecords
      ? [
          {
            value: 'record',
            label: 'A record of the system',
            content: (
              <ReadSample
                definitionId={definitionId}
                connection={trigger.connection}
                object={trigger.object}
                include={trigger.include}
                onChoose={choose}
              />
            ),
          },
        ]
      : []),
    { value: 'json', label: 'JSON', content: <PasteSample onChoose={onPaste} /> },
  ];
}
