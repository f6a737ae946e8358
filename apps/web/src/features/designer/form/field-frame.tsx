'use client';
import type { ReactNode, RefObject } from 'react';
import { CircleAlert } from 'lucide-react';
import { classNames } from '#ui/class-names.ts';
import { useFormContext } from './form-context.ts';

interface FieldFrameProps {
  readonly host: RefObject<HTMLDivElement | null>;
  readonly id: string;
  readonly label: string;
  readonly isHiddenLabel?: boolean;
  readonly isRequired?: boolean;
  /** The ways in which the field can be given; hidden when nothing can be changed. */
  readonly ways: ReactNode;
  readonly problem: string | undefined;
  readonly hint: string | undefined;
  readonly children: ReactNode;
}

export const labelIdOf = (id: string): string => `${id}-label`;
const hintIdOf = (id: string): string => `${id}-hint`;

/** The id of the field's message, if it has one. */
export const describedBy = (id: string, problem: string | undefined, hint: string | undefined): string | undefined =>
  problem === undefined && hint === undefined ? undefined : hintIdOf(id);

/** What is around the input of a field that can be given in several ways: its label, the ways, and its problem or hint. */
export const FieldFrame = (props: FieldFrameProps) => {
  const { host, id, label, isHiddenLabel = false, isRequired = false, ways, problem, hint, children } = props;
  const { isReadOnly } = useFormContext();
  return (
    <div ref={host} role="group" aria-labelledby={labelIdOf(id)} className="flex min-w-0 flex-col gap-1">
      <div className="flex flex-wrap items-end justify-between gap-x-2 gap-y-1">
        <FieldLabel {...{ id, label, isHiddenLabel, isRequired }} />
        {!isReadOnly && ways}
      </div>
      {children}
      <FieldMessage {...{ id, problem, hint }} />
    </div>
  );
};

/** A field's name, with which its input is labelled. */
export const FieldLabel = ({
  id,
  label,
  isHiddenLabel = false,
  isRequired = false,
}: Pick<FieldFrameProps, 'id' | 'label' | 'isHiddenLabel' | 'isRequired'>) => (
  <span id={labelIdOf(id)} className={isHiddenLabel ? 'sr-only' : 'text-small font-medium'}>
    {label}
    {isRequired && !isHiddenLabel && <span className="font-normal text-muted"> required</span>}
  </span>
);

/** What is wrong with a field, or else what there is to know about it. It describes the input; see `describedBy`. */
export const FieldMessage = ({ id, problem, hint }: Pick<FieldFrameProps, 'id' | 'problem' | 'hint'>) =>
  (problem ?? hint) !== undefined && (
    <p
      id={hintIdOf(id)}
      className={classNames('flex items-start gap-1 text-small', problem === undefined ? 'text-muted' : 'text-failed')}
    >
      {problem !== undefined && <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />}
      {problem ?? hint}
    </p>
  );
