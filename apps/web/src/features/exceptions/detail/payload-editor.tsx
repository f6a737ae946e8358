'use client';
import { useState } from 'react';
import { Panel } from '#ui/panel.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { JsonView } from '#ui/json-view.tsx';
import { manifestOf } from '../../systems/system-tile.tsx';
import { useWorkspace } from '../../workspace/workspace-context.ts';
import type { ExceptionDetail } from './exception-detail.ts';
import { ExceptionWaysOut } from './exception-ways-out.tsx';
import { parsePayload } from '../parse-payload.ts';
import { inOrder, payloadFields, typingFault, worstFirst } from './payload-fields.ts';
import { PayloadForm } from './payload-form.tsx';
import { PayloadText } from '../payload-text.tsx';
import { ownValue } from '@throughline/core/connector/own-value';

const views = [
  { value: 'form', label: 'Form' },
  { value: 'json', label: 'JSON' },
];

/** The payload as a form and as JSON. Both are views of the same text. Problems are shown before anything is sent. */
export const PayloadEditor = ({ exception }: { readonly exception: ExceptionDetail }) => {
  const { can } = useWorkspace();
  const original = JSON.stringify(exception.payload, null, 2);
  const [text, setText] = useState(original);
  const [view, setView] = useState('form');
  const parsed = parsePayload(text);
  const { origin, causes } = exception;
  const object = origin === undefined ? undefined : ownValue(manifestOf(origin.system)?.objects, origin.object);
  const order = worstFirst(payloadFields(exception.payload, object), causes);
  const fields = parsed.isOk ? inOrder(payloadFields(parsed.value, object), order) : [];
  const isSendable = parsed.isOk && fields.every((field) => typingFault(field) === undefined);
  const isEditable = exception.state === 'open' && can('operator');
  if (isEditable && exception.target.kind === 'undo') {
    return <FixedFacts title="What was to be taken back" exception={exception} />;
  }
  if (isEditable && exception.target.kind === 'event') {
    return <FixedFacts title="The record that could not be read" exception={exception} />;
  }
  if (isEditable && exception.target.kind === 'nothing') {
    return <FixedFacts title="What to look at" exception={exception} />;
  }
  if (!isEditable) {
    return (
      <Panel title="Payload">
        <JsonView value={exception.payload} label="payload" />
      </Panel>
    );
  }
  return (
    <Panel
      title="Payload"
      actions={<Segmented label="Edit the payload as" value={view} onChange={setView} segments={views} />}
    >
      <div className="flex flex-col gap-4">
        {view === 'form' ? (
          <PayloadForm
            fields={fields}
            causes={causes}
            original={exception.payload}
            problem={parsed.isOk ? undefined : parsed.problem}
            payload={parsed.isOk ? parsed.value : undefined}
            onChange={(payload) => setText(JSON.stringify(payload, null, 2))}
          />
        ) : (
          <PayloadText text={text} onChange={setText} problem={parsed.isOk ? undefined : parsed.problem} />
        )}
        <ExceptionWaysOut
          exception={exception}
          payload={isSendable ? { data: parsed.value } : undefined}
          isEdited={text !== original}
          onReset={() => setText(original)}
        />
      </div>
    </Panel>
  );
};

interface FixedFactsProps {
  readonly title: string;
  readonly exception: ExceptionDetail;
}

/** Payloads that were recorded, read from a system, or are for information only cannot be edited. */
const FixedFacts = ({ title, exception }: FixedFactsProps) => (
  <Panel title={title}>
    <div className="flex flex-col gap-4">
      <JsonView value={exception.payload} label="payload" />
      <ExceptionWaysOut
        exception={exception}
        payload={{ data: exception.payload }}
        isEdited={false}
        onReset={() => undefined}
      />
    </div>
  </Panel>
);
