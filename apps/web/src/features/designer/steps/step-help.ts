import type { StepKind } from '@throughline/core/flow/step';

/** What the designer explains about a step kind, next to the step. */
export interface StepHelp {
  /** What happens when a run reaches the step. */
  readonly does: string;
  /** What later steps can read as `$steps.<id>`. */
  readonly gives: string;
  /** When to use it, or what to mind. */
  readonly mind: string;
}

export const stepHelp = {
  read: {
    does: 'Fetches one record, or a list, from a system through one of its connections.',
    gives: 'The record with its fields and the child lists that you include, or the list of records.',
    mind: 'If a record may be missing, say what happens then: stop as an exception, or go on with nothing.',
  },
  write: {
    does: 'Creates, updates or deletes one record, exactly once, even if a reply is lost or the run is repeated.',
    gives: 'id, effect and externalId. effect is created, updated, deleted, unchanged, skipped or repaired.',
    mind: 'The identity decides which record it is. Say how to undo it, so that a run that stops later can take it back.',
  },
  map: {
    does: 'Applies a mapping to its input. No system is called.',
    gives: 'What the mapping builds, with the fields of its target.',
    mind: 'The mapping is a document of its own: it has its own draft, tests and versions, and other flows may use it.',
  },
  lookup: {
    does: 'Looks a key up in a value map, such as a country code in the list of subsidiaries.',
    gives: 'The value of the row with this key.',
    mind: 'If keys may be missing, say what happens then. Inside a mapping, use the value map there instead.',
  },
  check: {
    does: 'Evaluates all rules. If some do not hold, the run stops with one exception that names them all.',
    gives: 'passed, the codes of the rules that held.',
    mind: 'Put checks before the first write. The code is what operators search and group by.',
  },
  branch: {
    does: 'Runs the steps of the first case whose condition holds, or those of Otherwise.',
    gives: 'case, the case that ran.',
    mind: 'The cases are tried in their order. Steps behind the branch run after every case.',
  },
  parallel: {
    does: 'Runs its branches at the same time and waits for all of them.',
    gives: 'Nothing of its own. Later steps read the steps inside by their ids.',
    mind: 'Branches must not depend on each other. If one fails, the others end first, and then the run stops.',
  },
  'for-each': {
    does: 'Runs its steps once for every item of a list, with $item and $index.',
    gives: 'A list with the result of the last step inside, in the order of the items.',
    mind: 'Give each item a stable identity, so that a replay finds what was already done for it.',
  },
  call: {
    does: 'Runs another flow with this input, and waits for it.',
    gives: 'What that flow responds, or else the result of its last step.',
    mind: 'The called flow starts with the trigger Call. Use it for steps that several flows share.',
  },
  wait: {
    does: 'Waits for a length of time, a moment or an event. It survives restarts and takes no worker meanwhile.',
    gives: 'waitedUntil, or the data of the event that ended the wait.',
    mind: 'A wait for an event has a limit. When it is over, the flow goes on without the event’s data.',
  },
  raise: {
    does: 'Stops the run as an exception and hands the record to a person.',
    gives: 'Nothing: no step behind it runs.',
    mind: 'Write the sentence for the operator: what is wrong, where, and what to do.',
  },
  publish: {
    does: 'Publishes an event, for other flows with the trigger Event and for systems that listen.',
    gives: 'eventId.',
    mind: 'Name the type for what happened, such as project.activated. Others rely on that name.',
  },
  notify: {
    does: 'Tells a person, or everybody with a role.',
    gives: 'notificationId.',
    mind: 'It waits for nobody. If somebody has to answer, use Approve.',
  },
  approve: {
    does: 'Asks people with a role a question, and waits for the first answer.',
    gives: 'decision, by and comment. decision is approved, rejected or timed-out.',
    mind: 'The flow goes on after every decision, so put a branch on decision behind it.',
  },
  respond: {
    does: 'Sets the answer for whoever called this flow, and goes on.',
    gives: 'status and body.',
    mind: 'It matters for flows that are called, or that a caller waits for. Without it, the last result is the answer.',
  },
} satisfies Readonly<Record<StepKind, StepHelp>>;
