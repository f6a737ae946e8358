import { Cron } from 'croner';
import type { FlowDocument, RecordTrigger } from '../definition.ts';
import type { Problem, ProblemCode } from '../problem.ts';
import type { ValidationContext } from '../validation-context.ts';
import { objectOf, objectProblem, unknownChildren, type FoundObject } from './objects.ts';

/**
 * Checks what starts the flow: that the connection has the object, that the system can report it, and that the schedule
 * can be parsed.
 */
export function triggerProblems({ trigger }: FlowDocument, context: ValidationContext): Problem[] {
  switch (trigger.kind) {
    case 'webhook':
    case 'change':
      return sourceProblems(trigger, context);
    case 'schedule':
      return [...cronProblems(trigger.cron), ...timeZoneProblems(trigger.timeZone)];
    case 'event':
    case 'manual':
    case 'call':
      return [];
  }
}

const problemAt = (below: string, code: ProblemCode, message: string): Problem => ({
  pointer: `/trigger${below}`,
  code,
  severity: 'error',
  message,
});

function sourceProblems(
  { kind, connection, object: name, include }: RecordTrigger,
  context: ValidationContext,
): Problem[] {
  const unknown = objectProblem(connection, name, context);
  if (unknown !== undefined) return [problemAt(unknown.at, unknown.code, unknown.message)];
  const found = objectOf(connection, name, context);
  if (found === undefined) return [];
  return [...feedProblems(kind, found), ...unknownChildren(found, include, problemAtInclude)];
}

const problemAtInclude = (index: number, message: string): Problem =>
  problemAt(`/include/${index}`, 'UNKNOWN_CHILD', message);

/** Checks that the system can report the object in the way that the trigger wants. */
function feedProblems(kind: RecordTrigger['kind'], { manifest, object }: FoundObject): Problem[] {
  const { name } = object;
  if (kind === 'webhook' && manifest.webhook?.objects.includes(name) !== true) {
    const message = `${manifest.title} does not tell us about ${object.title} by webhook. Use a change trigger, which asks it.`;
    return [problemAt('/object', 'NO_WEBHOOK', message)];
  }
  if (kind === 'change' && object.changes === undefined) {
    const message = `${manifest.title} cannot be asked which ${object.title} changed. Use a schedule and read a list.`;
    return [problemAt('/object', 'NO_CHANGE_FEED', message)];
  }
  return [];
}

function cronProblems(cron: string): Problem[] {
  const fields = cron.trim().split(/\s+/).length;
  if (fields !== 5) {
    const message = `"${cron}" has ${fields} fields. Use five: minute, hour, day of month, month, day of week.`;
    return [problemAt('/cron', 'BAD_CRON', message)];
  }
  try {
    // Uses the library with which the runtime schedules. The start day is fixed, so that the answer does not depend on
    // the clock.
    if (new Cron(cron, { paused: true }).nextRun('2026-01-01T00:00:00Z') !== null) return [];
    return [problemAt('/cron', 'BAD_CRON', `"${cron}" names a day that never comes. Correct day or month.`)];
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^CronPattern: /, '') : 'it cannot be read';
    return [
      problemAt(
        '/cron',
        'BAD_CRON',
        `"${cron}" is not a valid schedule: ${reason.replace(/\.?$/, '.')} Correct that field.`,
      ),
    ];
  }
}

function timeZoneProblems(timeZone: string): Problem[] {
  try {
    new Intl.DateTimeFormat('en', { timeZone }).format();
    return [];
  } catch {
    const message = `There is no time zone "${timeZone}". Use an IANA name such as Europe/London.`;
    return [problemAt('/timeZone', 'BAD_TIME_ZONE', message)];
  }
}
