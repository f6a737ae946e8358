import type { Step } from '@throughline/core/flow/step';
import { describeStep } from '../../../designer/steps/registry.ts';
import { systemOf, type DesignerData } from '../../../designer/designer-data.ts';

/** What a step does, in words for reviewers: `Reads all matching Opportunity from Salesforce`. */
export function stepSentence(step: Step, data: DesignerData): string {
  const what = describeStep(step, data);
  switch (step.kind) {
    case 'read': {
      const { object, connection, find } = step.config;
      return `Reads ${find.by === 'list' ? 'all matching' : 'one'} ${object} from ${systemName(connection, data)}`;
    }
    case 'write':
      return `${writeVerbs[step.config.operation]} ${step.config.object} in ${systemName(step.config.connection, data)}`;
    case 'map':
      return `Builds a record with the mapping ${what}`;
    case 'lookup':
      return `Looks a value up in ${what}`;
    case 'check':
      return `Stops the run for one of these reasons: ${reasonsOf(step.config.rules)}`;
    case 'branch':
      return `Chooses one way: ${what}`;
    case 'parallel':
      return `Does these side by side: ${what}`;
    case 'for-each':
      return `For each of ${what}`;
    case 'call':
      return `Runs the flow ${what}`;
    case 'wait':
      return `Waits ${what}`;
    case 'raise':
      return `Stops the run as the exception ${what}`;
    case 'publish':
      return `Tells other flows and systems: ${what}`;
    case 'notify':
      return `Sends a message to ${what}`;
    case 'approve':
      return `Waits for approval ${what}`;
    case 'respond':
      return `Answers the caller with ${what}`;
  }
}

const writeVerbs = {
  upsert: 'Creates or updates',
  create: 'Creates',
  update: 'Updates',
  delete: 'Deletes',
} as const;

/** The sentence that people read, without the advice. If a rule has no sentence, its code. */
const reasonsOf = (rules: readonly { readonly code: string; readonly message: string }[]): string =>
  rules.map(({ code, message }) => message.split(/[:.]/)[0]?.trim() || code).join('; ');

const systemName = (connection: string, data: DesignerData): string => systemOf(data, connection)?.title ?? connection;
