import { demoPeople } from '@throughline/core/db/demo-people';
import { demoPassword } from './demo-password.ts';
import { sandboxUrl } from './programs.ts';
import type { StartSettings } from './settings.ts';

/** What `npm start` prints once everything is up: where to go, and how to sign in. */
export function readyText({ ports, sandboxKey }: StartSettings): string {
  const { salesforce, netsuite, kantata, hubspot } = ports;
  const standIns = { Salesforce: salesforce, NetSuite: netsuite, Kantata: kantata, HubSpot: hubspot };
  const signIns = Object.values(demoPeople).map(({ email, roles }) => `  ${email.padEnd(28)} ${roles.join(', ')}`);
  return [
    '',
    ...Object.entries(standIns).map(
      ([name, port]) => `  sandbox ${name.padEnd(11)} ${sandboxUrl(port)}/?key=${encodeURIComponent(sandboxKey)}`,
    ),
    '',
    `Throughline is ready: http://127.0.0.1:${ports.web}`,
    `Sign in with the password ${demoPassword} as`,
    ...signIns,
    'Ctrl-C stops everything.',
  ].join('\n');
}
