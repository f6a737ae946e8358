import type { StepKind } from '@throughline/core/flow/step';
import { approve } from './approve.ts';
import { branch } from './branch.ts';
import { call } from './call.ts';
import { check } from './check.ts';
import type { StepExecutor } from './executor.ts';
import { forEach } from './for-each.ts';
import { lookup } from './lookup.ts';
import { map } from './map.ts';
import { notify } from './notify.ts';
import { parallel } from './parallel.ts';
import { publish } from './publish.ts';
import { raise } from './raise.ts';
import { read } from './read.ts';
import { respond } from './respond.ts';
import { wait } from './wait.ts';
import { write } from './write.ts';

/** One executor per step kind; the compiler demands a line for a new kind. */
export const executors = {
  map,
  check,
  branch,
  parallel,
  'for-each': forEach,
  lookup,
  read,
  write,
  publish,
  wait,
  approve,
  notify,
  call,
  respond,
  raise,
} satisfies { [Kind in StepKind]: StepExecutor<Kind> };
