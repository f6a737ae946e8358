import { describePlace, type RepeatedTarget } from '@throughline/core/db/words/replay-target';

export interface ReplayWords {
  readonly button: string;
  readonly question: string;
  readonly description: string;
  readonly action: string;
}

/** The words with which a replay is offered; they say which part of the run is repeated. */
export const replayWords = (target: RepeatedTarget, isEdited: boolean): ReplayWords => {
  const notDuplicated = 'Records already written are found, never duplicated.';
  switch (target.kind) {
    case 'event':
      return {
        button: 'Read the record again',
        question: 'Read the record again?',
        description:
          'The record is read from its system as it is now, and the event is judged by the flow that is live now. If it cannot be read, this exception stays open.',
        action: 'Read again',
      };
    case 'judge':
      return {
        button: isEdited ? 'Judge the event as edited' : 'Judge the event again',
        question: isEdited ? 'Judge the event with the edited payload?' : 'Judge the event again?',
        description:
          'The condition and the keys of the flow that is live now decide whether the event starts a run. It has started none so far.',
        action: 'Judge again',
      };
    case 'undo':
      return {
        button: 'Take it back',
        question: 'Take it back?',
        description:
          'Only this effect is taken back, with what was recorded when the record was written. If that fails, this exception stays open.',
        action: 'Take back',
      };
    case 'item':
      return {
        button: isEdited ? 'Replay this item as edited' : 'Replay this item',
        question: isEdited ? 'Replay this item as edited?' : 'Replay this item?',
        description: `Only ${describePlace(target.place)} runs again, with what is published now. ${notDuplicated}`,
        action: 'Replay',
      };
    case 'run':
      return {
        button: isEdited ? 'Replay with this payload' : 'Replay',
        question: isEdited ? 'Replay with the edited payload?' : 'Replay this record?',
        description: `It runs again from the start with what is published now. ${notDuplicated}`,
        action: 'Replay',
      };
  }
};
