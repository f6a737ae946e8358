import { once } from 'node:events';

/*
 * Loads the runtime's code, and starts it when told to on stdin, so that a sweep of kills waits for starts and not for
 * disks.
 */
await Promise.all([import('../src/start-runtime.ts'), import('@throughline/connectors/registry')]);
process.stdout.write('warm\n');
// A test that was itself ended must not leave its workers behind.
process.stdin.once('close', () => process.exit(0));
await once(process.stdin, 'data');
await import('../src/main.ts');
