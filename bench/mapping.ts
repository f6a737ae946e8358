import { compileMapping } from '@throughline/core/mapping';

const sample = {
  Id: '0065g00000AbCdEAAV',
  Amount: 254_300.5,
  Account: { Name: 'Northwind', BillingCountry: 'GB' },
  lines: Array.from({ length: 40 }, (_, index) => ({ Name: `Line ${index}`, Quantity: index + 1, UnitPrice: 125.5 })),
};

const cases = [
  {
    name: 'flat header',
    text: '{ "externalId": Id, "amount": $string(Amount), "customer": Account.Name, "country": Account.BillingCountry }',
    byHand: (input: typeof sample): unknown => ({
      externalId: input.Id,
      amount: String(input.Amount),
      customer: input.Account.Name,
      country: input.Account.BillingCountry,
    }),
  },
  {
    name: '40 lines',
    text: '{ "lines": [lines.{ "name": Name, "total": Quantity * UnitPrice }], "sum": $sum(lines.(Quantity * UnitPrice)) }',
    byHand: (input: typeof sample): unknown => ({
      lines: input.lines.map((line) => ({ name: line.Name, total: line.Quantity * line.UnitPrice })),
      sum: input.lines.reduce((sum, line) => sum + line.Quantity * line.UnitPrice, 0),
    }),
  },
] as const;

/** Cost of one evaluation against the same thing written by hand, in CPU time of this process, rounds interleaved. */
export async function mappingBench(): Promise<void> {
  for (const { name, text, byHand } of cases) {
    const mapping = compileMapping(text);
    let mappingUs = 0;
    let byHandUs = 0;
    const rounds = 400;
    for (let round = 0; round < rounds; round += 1) {
      mappingUs += await cpuTimeUs(() => mapping.evaluate(sample));
      byHandUs += await cpuTimeUs(() => Promise.resolve(byHand(sample)));
    }
    const ratio = Math.round(mappingUs / byHandUs);
    console.log(
      JSON.stringify({ bench: 'mapping', case: name, mappingUs: Math.round(mappingUs / rounds), byHandRatio: ratio }),
    );
  }
}

async function cpuTimeUs(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const used = process.cpuUsage(before);
  return used.user + used.system;
}
