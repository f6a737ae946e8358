import { measureConformance } from '../packages/core/src/mapping/syntax/testing/measure-conformance.ts';
import { measureResults } from '../packages/core/src/mapping/testing/measure-results.ts';
import { readSuiteCases } from '../packages/core/src/mapping/syntax/testing/suite-cases.ts';

/** `npm run conformance`: our JSONata against the reference, on the official test suite. */
function main(): void {
  const cases = readSuiteCases();
  if (cases === undefined) {
    console.log('SKIPPED: the JSONata test suite is not beside the repository (../shared/jsonata-test-suite).');
    return;
  }
  const { differences: ofSyntax, ...counts } = measureConformance(cases);
  const { differences: ofResults, equal, evaluated } = measureResults(cases);
  const differences = [...ofSyntax, ...ofResults];
  const parsable = counts.cases - counts.equalErrors;
  console.log(`cases              ${counts.cases}`);
  console.log(`equal trees        ${counts.equalTrees}   our IR is the reference's processed syntax tree`);
  console.log(`equal error codes  ${counts.equalErrors}`);
  console.log(`lossless           ${counts.lossless}   the tokens put together are the text`);
  console.log(
    `round trips        ${counts.roundTrips} of ${parsable}   formatted: same meaning, and formatted for good`,
  );
  console.log(`results            ${equal} of ${counts.cases}   the value, or the error code, that the suite expects`);
  console.log(
    `ran compiled       ${evaluated.closures + evaluated.generated} of ${parsable}   the rest are parse errors`,
  );
  console.log(`  as closures      ${evaluated.closures}`);
  console.log(`  as generated     ${evaluated.generated}`);
  console.log(`${differences.length} differences`);
  for (const difference of differences) console.log(`  ${difference}`);
  process.exitCode = differences.length === 0 ? 0 : 1;
}

main();
