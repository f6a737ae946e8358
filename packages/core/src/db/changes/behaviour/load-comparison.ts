import type { MappingTest } from '../../../mapping/document.ts';
import type { OrganisationTx } from '../../client.ts';
import { organisationOf } from '../../organisation-of.ts';
import type { BehaviourComparison } from './compare-behaviour.ts';
import { loadComparedMappings, type ComparedMapping } from './load-compared-mappings.ts';
import { loadRecords } from './load-records.ts';
import { sampleBounds, type BehaviourSample } from './sample.ts';

/**
 * Reads what the behaviour of a change is compared on: the saved tests of both versions of its mappings, and records of
 * recent runs. Nothing is evaluated here, so that no transaction waits for a mapping.
 * @throws ChangeError `CHANGE_NOT_FOUND`
 */
export async function loadComparison(tx: OrganisationTx, changeId: string): Promise<BehaviourComparison> {
  const { documents, mappings, ...rest } = await loadComparedMappings(tx, changeId);
  const flows = documents.filter(({ kind }) => kind === 'flow');
  const sampled = [];
  let left: number = sampleBounds.charactersOfComparison;
  for (const mapping of mappings) {
    const most = Math.min(sampleBounds.charactersTogether, left);
    const { records, leftOut: recordsLeftOut, characters } = await loadRecords(tx, flows, mapping.key, most);
    left -= characters;
    const { tests, leftOut } = testsOf(mapping);
    sampled.push({ ...mapping, samples: [...tests, ...records], leftOut, recordsLeftOut });
  }
  return { ...rest, mappings: sampled, organisationId: await organisationOf(tx) };
}

/** The tests of the new version, then those of the old one with another input. What is too much is left out. */
function testsOf({ before, after }: ComparedMapping): { tests: BehaviourSample[]; leftOut: number } {
  const seen = new Set<string>();
  const tests: BehaviourSample[] = [];
  let characters = 0;
  let leftOut = 0;
  for (const { name, input, bindings } of [...after.tests, ...before.tests] satisfies MappingTest[]) {
    const identity = JSON.stringify([input, bindings]);
    if (seen.has(identity)) continue;
    const isTooMuch =
      tests.length >= sampleBounds.tests ||
      identity.length > sampleBounds.characters ||
      characters + identity.length > sampleBounds.charactersTogether;
    if (isTooMuch) {
      leftOut += 1;
      continue;
    }
    seen.add(identity);
    characters += identity.length;
    tests.push({ name, origin: 'test', given: { input, bindings } });
  }
  return { tests, leftOut };
}
