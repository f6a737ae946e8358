/** Compares versions of mappings in a thread of its own, which ends when its `LimitedThread` ends it. */
import { parentPort } from 'node:worker_threads';
import { compareVersions, type ComparedVersions, type VersionComparison } from './compare-versions.ts';

/** Says that an input begins, or what was found on all of them. */
export type BehaviourMessage = { readonly started: number } | ComparedVersions;

const reply = (message: BehaviourMessage): void => parentPort?.postMessage(message, []);

parentPort?.on('message', (comparison: VersionComparison) => {
  reply(compareVersions(comparison, (index) => reply({ started: index })));
});
