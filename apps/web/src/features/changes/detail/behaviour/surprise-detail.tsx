'use client';
import type { FieldExample } from '@throughline/core/mapping/behaviour';
import { countText } from '#ui/count-text.ts';
import { RelativeTime } from '#ui/relative-time.tsx';
import { PersonName } from '../../../workspace/person-name.tsx';
import type { ChangeDetail } from '../change-detail.ts';
import { JudgeSurprise } from './judge-surprise.tsx';
import { SurpriseState } from './surprise-state.tsx';
import { countsText, effectWords, fieldName } from './surprise-words.ts';
import type { ShownSurprise } from './use-behaviour.ts';

interface SurpriseDetailProps {
  readonly change: ChangeDetail;
  readonly surprise: ShownSurprise;
  /** All of the same mapping. */
  readonly all: readonly ShownSurprise[];
}

/** One changed output: on how many records, what was said about it, examples, and the buttons to decide. */
export const SurpriseDetail = ({ change, surprise, all }: SurpriseDetailProps) => {
  const { field, changed, state, verdict, expected } = surprise;
  const more = changed.records - changed.examples.length;
  return (
    <article aria-label={fieldName(field)} className="flex flex-col gap-3">
      <header className="flex flex-wrap items-center gap-2">
        <h4 className={field === '' ? 'font-semibold' : 'font-mono text-code font-semibold wrap-anywhere'}>
          {fieldName(field)}
        </h4>
        <SurpriseState state={state} />
        <span className="text-muted">
          {countsText(changed)} of {countText(changed.records, 'record')}
        </span>
      </header>
      {expected !== undefined && <Said verdict={expected} verb="expects this" />}
      {verdict !== undefined && <Said verdict={verdict} verb={`${verdict.kind} it`} />}
      <div className="overflow-x-auto rounded-md border border-line">
        <table className="w-full border-collapse text-left" aria-label={`Examples of ${fieldName(field)}`}>
          <thead>
            <tr className="border-b border-line text-caps text-muted [&_th]:px-3 [&_th]:py-1.5 [&_th]:font-medium">
              <th scope="col">Record</th>
              <th scope="col">Before</th>
              <th scope="col">After</th>
            </tr>
          </thead>
          <tbody>
            {changed.examples.map((example, at) => (
              <ExampleRow key={at} example={example} />
            ))}
          </tbody>
        </table>
      </div>
      {more > 0 && <p className="text-small text-muted">and {countText(more, 'more record')}</p>}
      <JudgeSurprise change={change} surprise={surprise} all={all} />
    </article>
  );
};

interface SaidProps {
  readonly verdict: ChangeDetail['verdicts'][number];
  readonly verb: string;
}

const Said = ({ verdict: { userName, userEmail, reason, createdAt }, verb }: SaidProps) => (
  <p>
    <PersonName name={userName ?? 'A former member'} email={userEmail} /> {verb} <RelativeTime at={createdAt} />
    {reason === '' ? '' : <span className="wrap-anywhere">: “{reason}”</span>}
  </p>
);

const ExampleRow = ({ example }: { readonly example: FieldExample }) => (
  <tr className="border-b border-line last:border-b-0 [&_td]:px-3 [&_td]:py-1.5 [&_td]:align-top">
    <td className="max-w-56 min-w-32">
      <span className="block wrap-anywhere">{example.sample === '' ? 'A record of a run' : example.sample}</span>
      <span className="block text-small text-muted">
        {example.origin === 'test' ? 'saved sample' : 'record, masked'} · {effectWords[example.effect]}
      </span>
    </td>
    <td className="min-w-32 font-mono text-code wrap-anywhere">
      {example.before === undefined ? <Nothing /> : <s className="text-failed">{example.before}</s>}
    </td>
    <td className="min-w-32 font-mono text-code wrap-anywhere">
      {example.after === undefined ? <Nothing /> : <span className="text-live">{example.after}</span>}
    </td>
  </tr>
);

const Nothing = () => <span className="font-sans text-muted">nothing</span>;
