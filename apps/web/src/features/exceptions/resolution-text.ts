import type { ReplayTarget } from '@throughline/core/db/words/replay-target';

interface Ended {
  readonly state: 'open' | 'replaying' | 'resolved';
  readonly targetKind: ReplayTarget['kind'];
  readonly replayRunId: string | null;
  readonly resolution: 'replayed' | 'resolved' | 'superseded' | null;
  readonly resolutionReason: string | null;
  readonly resolvedByName: string | null;
  readonly replayRequest: {
    readonly byName: string | null;
    readonly reason: string;
    readonly isPayloadEdited: boolean;
  } | null;
}

/** How an exception ended and by whom; undefined while it is open. */
export const resolutionText = (exception: Ended): string | undefined => {
  const { state, resolution, resolvedByName, replayRequest } = exception;
  const replayer = replayRequest?.byName ?? resolvedByName ?? 'a former member';
  const payload = replayRequest?.isPayloadEdited === true ? ' with an edited payload' : '';
  if (state === 'open') return undefined;
  if (state === 'replaying') return `Being replayed by ${replayer}${payload}`;
  switch (resolution) {
    case 'replayed':
      return `Replayed by ${replayer}${payload}; ${success(exception)}`;
    case 'superseded':
      return `Replayed by ${replayer}${payload}; the replay stopped again and has a separate exception`;
    default:
      return `Resolved by hand by ${resolvedByName ?? 'a former member'}`;
  }
};

const success = ({ targetKind, replayRunId, resolutionReason: reason }: Ended): string => {
  if (targetKind !== 'event' && targetKind !== 'judge') return 'the replay succeeded';
  const what = targetKind === 'event' ? 'the record was read' : 'the event was judged';
  if (replayRunId !== null) return `${what} and its run has started`;
  return `${what} again and started nothing${reason === null ? '' : ` (${reason.replace(/\.$/u, '')})`}`;
};

/** The reason that the person gave; undefined if none was recorded. */
export const resolutionReason = ({
  resolution,
  resolutionReason: reason,
  replayRequest,
}: Ended): string | undefined => {
  const given = resolution === 'resolved' ? reason : replayRequest?.reason;
  return given === undefined || given === null || given === '' ? undefined : given;
};
