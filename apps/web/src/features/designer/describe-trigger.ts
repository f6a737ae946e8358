import type { Trigger } from '@throughline/core/flow';
import { catalog, type DesignerData } from './designer-data.ts';
import { describeDuration } from './form/duration.ts';
import { ownValue } from '@throughline/core/connector/own-value';

/** Describes in one line what starts a flow. */
export function describeTrigger(trigger: Trigger, data: DesignerData): string {
  switch (trigger.kind) {
    case 'webhook':
      return `${systemTitle(trigger.connection, data)} · ${trigger.object} webhook`;
    case 'change':
      return `${systemTitle(trigger.connection, data)} · ${trigger.object} every ${describeDuration(trigger.every)}`;
    case 'schedule':
      return `${trigger.cron} (${trigger.timeZone})`;
    case 'event':
      return trigger.type === '' ? 'choose an event' : trigger.type;
    case 'manual':
      return 'by hand';
    case 'call':
      return 'called by another flow';
  }
}

/** The system id of a connection. Without loaded connections, the key is used as the system id. */
export const systemIdOf = (connection: string, data: DesignerData): string =>
  data.connections.find(({ key }) => key === connection)?.system ?? connection;

const systemTitle = (connection: string, data: DesignerData): string =>
  ownValue(catalog, systemIdOf(connection, data))?.title ?? (connection === '' ? 'choose a connection' : connection);
