'use client';
import { useState } from 'react';
import { Play } from 'lucide-react';
import type { FlowDocument, RecordTrigger } from '@throughline/core/flow';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Tabs, type Tab } from '#ui/tabs.tsx';
import { NamedRecords } from './named-records.tsx';
import { PasteSample } from './paste-sample.tsx';
import { RecentSamples } from './recent-samples.tsx';

interface SampleDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly definitionId: string;
  readonly flow: FlowDocument;
  readonly onStart: (payload: unknown) => void;
}

type SampleTab = 'recent' | 'record' | 'json';

/** Chooses the input of a test: an event that the flow received, a record of the system, or JSON. */
export const SampleDialog = ({ isOpen, onOpenChange, definitionId, flow, onStart }: SampleDialogProps) => {
  const [tab, setTab] = useState<SampleTab>();
  // The trigger may become another one while the dialog is closed.
  const first = hasRecords(flow) ? 'record' : 'recent';
  const shown = tab === undefined || tab === 'record' ? first : tab;
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
        value={shown}
        onChange={(next) => {
          setTab(next as SampleTab);
          setSample(undefined);
        }}
        panelClassName="h-96 min-h-0 pt-2"
        tabs={sampleTabs({ definitionId, flow, choose, onSample: setSample })}
      />
    </Dialog>
  );
};

type RecordFlow = FlowDocument & { readonly trigger: RecordTrigger };

/** A record of the system starts it, and it is known which. */
const hasRecords = (flow: FlowDocument): flow is RecordFlow => {
  const { trigger } = flow;
  return 'connection' in trigger && trigger.record === 'read' && trigger.connection !== '' && trigger.object !== '';
};

interface TabsInput {
  readonly definitionId: string;
  readonly flow: FlowDocument;
  readonly choose: (payload: unknown) => void;
  readonly onSample: (sample: { readonly payload: unknown } | undefined) => void;
}

function sampleTabs({ definitionId, flow, choose, onSample }: TabsInput): Tab[] {
  return [
    ...(hasRecords(flow)
      ? [{ value: 'record', label: 'By name', content: <NamedRecords flow={flow} onChoose={onSample} /> }]
      : []),
    {
      value: 'recent',
      label: 'Received and tried before',
      content: <RecentSamples definitionId={definitionId} onChoose={choose} />,
    },
    { value: 'json', label: 'JSON', content: <PasteSample onChoose={onSample} /> },
  ];
}
