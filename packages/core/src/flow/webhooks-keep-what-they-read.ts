import type { Upgrade } from './upgrade.ts';

/**
 * In format 1, a webhook flow got what the system had sent, where today's flow gets the record. After the upgrade, a
 * flow that reads what was sent still gets it.
 */
export const webhooksKeepWhatTheyRead: Upgrade = {
  name: 'webhooks-keep-what-they-read',
  from: 1,
  upgrade: (document) => {
    const { trigger } = document;
    if (!isObject(trigger) || trigger['kind'] !== 'webhook' || trigger['record'] !== undefined) return document;
    if (!readsWhatWasSent(document, trigger)) return document;
    return { ...document, trigger: { ...trigger, record: 'as-sent' } };
  },
};

/** Matches in any expression. */
const ofTrigger = /\$trigger\s*\.\s*(?:recordId\b|changes\b|`recordId`|`changes`)/u;
/** The condition and the settings may leave `$trigger.` out. */
const bare = /(?<![\w$.])(?:recordId|changes)\b/u;

const readsWhatWasSent = (document: Readonly<Record<string, unknown>>, trigger: Readonly<Record<string, unknown>>) =>
  someText(document, (text) => ofTrigger.test(text)) ||
  someText([trigger['when'], document['settings']], (text) => bare.test(text));

function someText(value: unknown, isWanted: (text: string) => boolean): boolean {
  if (typeof value === 'string') return isWanted(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((inner) => someText(inner, isWanted));
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
