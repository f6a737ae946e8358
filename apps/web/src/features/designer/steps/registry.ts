import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import { stepKinds, type Step, type StepKind } from '@throughline/core/flow/step';
import type { DesignerData } from '../designer-data.ts';
import { approveView } from './approve.tsx';
import { branchView } from './branch.tsx';
import { callView } from './call.tsx';
import { checkView } from './check.tsx';
import { forEachView } from './for-each.tsx';
import { lookupView } from './lookup.tsx';
import { mapView } from './map.tsx';
import { notifyView } from './notify.tsx';
import { parallelView } from './parallel.tsx';
import { publishView } from './publish.tsx';
import { raiseView } from './raise.tsx';
import { readView } from './read.tsx';
import { respondView } from './respond.tsx';
import type { StepFormProps, StepGroup, StepView } from './step-view.ts';
import { waitView } from './wait.tsx';
import { writeView } from './write.tsx';

/** The view of every step kind. A new kind is a file in this folder and a line here, which the compiler requires. */
export const stepViews = {
  read: readView,
  write: writeView,
  map: mapView,
  lookup: lookupView,
  check: checkView,
  branch: branchView,
  parallel: parallelView,
  'for-each': forEachView,
  call: callView,
  wait: waitView,
  raise: raiseView,
  publish: publishView,
  notify: notifyView,
  approve: approveView,
  respond: respondView,
} satisfies { [K in StepKind]: StepView<K> };

/** A view with its config type widened, for code that treats all kinds alike. */
export interface AnyStepView {
  readonly icon: LucideIcon;
  readonly group: StepGroup;
  readonly keywords: string;
  readonly newName: string;
  readonly initial: () => Step['config'];
  readonly describe: (config: Step['config'], data: DesignerData) => string;
  readonly Form: ComponentType<StepFormProps<StepKind>>;
}

export const viewOf = (kind: StepKind): AnyStepView => stepViews[kind] as unknown as AnyStepView;

export const stepKindNames = Object.keys(stepViews) as StepKind[];

export const isStepKind = (kind: unknown): kind is StepKind =>
  typeof kind === 'string' && Object.hasOwn(stepKinds, kind);

export const describeStep = (step: Step, data: DesignerData): string => viewOf(step.kind).describe(step.config, data);
