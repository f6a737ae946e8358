/** Runs saved tests in a thread of its own, which ends when its `TestThread` ends it. */
import { parentPort } from 'node:worker_threads';
import type { ValueMapTables } from '../../mapping/functions/function-definition.ts';
import { runSavedTests } from './run-saved-tests.ts';
import type { ThreadReply, ThreadRequest } from './thread-message.ts';

const reply = (message: ThreadReply): void => parentPort?.postMessage(message, []);
let tables: ValueMapTables = {};

parentPort?.on('message', ({ valueMaps, ...request }: ThreadRequest) => {
  tables = valueMaps ?? tables;
  reply(runSavedTests({ ...request, valueMaps: tables, onStart: (index) => reply({ started: index }) }));
});
