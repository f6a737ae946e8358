import { measureConformance } from '../packages/core/testing/mapping/conformance/measure-conformance.ts';
import { measureResults } from '../packages/core/testing/mapping/measure-results.ts';
import { readSuiteCases } from '../packages/core/testing/mapping/conformance/suite-cases.ts';

/** `npm run conformance`: our JSONata against the reference, on the official test suite. */
function main(): void {
  const cases = readSuiteCases();
  if (cases === undefined) {
    console.log('SKIPPED: the JSONata test suite is not beside the repository (../shared/jsonata-test-suite).');
    return;
  }
  const { differences: ofSyntax, ...counts } = measureConformance(cases);
  const byClosures = measureResults(cases, 'closures');
  const byCode = measureResults(cases, 'generated');
  const differences = [...ofSyntax, ...byClosures.differences, ...byCode.differences];
  const parsable = counts.cases - counts.equalErrors;
  console.log(`cases              ${counts.cases}`);
  console.log(`equal trees        ${counts.equalTrees}   our IR is the reference's processed syntax tree`);
  console.log(`equal error codes  ${counts.equalErrors}`);
  console.log(`lossless           ${counts.lossless}   the tokens put together are the text`);
  console.log(
    `round trips        ${counts.roundTrips} of ${parsable}   formatted: same meaning, and formatted for good`,
  );
  console.log(
    `by closures        ${byClosures.equal} of ${counts.cases} have the value, or the error, that the suite expects`,
  );
  console.log(`by generated code  ${byCode.equal} of ${counts.cases}`);
  console.log(
    `ran compiled       ${byClosures.evaluated.closures} of ${parsable}; nothing falls back to the reference`,
  );
  console.log(`ran as generated   ${byCode.evaluated.generated} of ${parsable}; the closures took the rest`);
  console.log(`${differences.length} differences`);
  for (const difference of differences) console.log(`  ${difference}`);
  process.exitCode = differences.length === 0 ? 0 : 1;
}

main();
