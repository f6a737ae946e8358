'use client';
import { CircleCheck, FlaskConical, Info } from 'lucide-react';
import { Notice } from '#ui/states.tsx';
import { QueryView } from '../../../workspace/query-view.tsx';
import type { ChangeDetail, ChangeItem } from '../change-detail.ts';
import { behavioursOfItem } from './behaviours-of-item.ts';
import { MappingSurprises } from './mapping-surprises.tsx';
import { originText, summaryText } from './summary-text.ts';
import { useBehaviour, type Behaviours, type MappingBehaviour } from './use-behaviour.ts';

interface BehaviourSectionProps {
  readonly change: ChangeDetail;
  readonly item: ChangeItem;
}

/** What a mapping or a value map of a change does to outputs, on saved samples and recent records. */
export const BehaviourSection = ({ change, item }: BehaviourSectionProps) => {
  const behaviours = useBehaviour(change);
  if (item.kind !== 'mapping' && item.kind !== 'value-map') return null;
  if (item.before === null) {
    return item.kind === 'mapping' ? (
      <Section>
        <p className="text-muted">This mapping is new, so there is no earlier version to compare its outputs with.</p>
      </Section>
    ) : null;
  }
  if (!behaviours.isCompared) return null;
  return (
    <Section>
      <QueryView query={behaviours.query} loading={<Comparing />}>
        {(all) => <Found change={change} item={item} behaviours={behaviours} all={all} />}
      </QueryView>
    </Section>
  );
};

const Section = ({ children }: { readonly children: React.ReactNode }) => (
  <section aria-label="Behaviour" className="flex flex-col gap-3 border-b border-line p-4">
    <h3 className="flex items-center gap-2 font-semibold">
      <FlaskConical aria-hidden className="size-4 text-muted" />
      Behaviour
    </h3>
    {children}
  </section>
);

/** A comparison takes a moment and says so. Its length is not known in advance. */
const Comparing = () => (
  <div role="status" className="flex flex-col gap-2">
    <p className="text-muted">Running the old and the new version on saved samples and recent records…</p>
    <span aria-hidden className="h-1 w-full max-w-sm animate-pulse-soft rounded-full bg-accent" />
  </div>
);

interface FoundProps extends BehaviourSectionProps {
  readonly behaviours: Behaviours;
  readonly all: readonly MappingBehaviour[];
}

const Found = ({ change, item, behaviours, all }: FoundProps) => {
  const { shown, insideChange } = behavioursOfItem(item, change.items, all);
  if (shown.length === 0) {
    const usedBy =
      insideChange === 0
        ? 'No published mapping looks values up in it.'
        : 'Only mappings of this change look values up in it. What changes for them is shown with each of them.';
    return (
      <p className="text-muted">
        {item.kind === 'mapping' ? 'The text is the same as before, so no output changes.' : usedBy}
      </p>
    );
  }
  return shown.map((behaviour) => (
    <div key={behaviour.definitionId} className="flex flex-col gap-3">
      {item.kind === 'value-map' && <h4 className="font-medium">{behaviour.name}</h4>}
      <Summary behaviour={behaviour} />
      <MappingSurprises
        change={change}
        surprises={behaviours.surprises.filter(({ definitionId }) => definitionId === behaviour.definitionId)}
      />
    </div>
  ));
};

const Summary = ({ behaviour: { report, leftOut, recordsLeftOut } }: { readonly behaviour: MappingBehaviour }) => {
  const isQuiet = report.fields.length === 0;
  const isProven = isQuiet && report.compared > 0;
  return (
    <Notice
      tone={isProven ? 'good' : isQuiet ? 'info' : 'warn'}
      icon={isProven ? <CircleCheck aria-hidden /> : <Info aria-hidden />}
    >
      <p>{summaryText(report)}</p>
      <p className="text-small">{originText(report, { leftOut, recordsLeftOut })}</p>
    </Notice>
  );
};
