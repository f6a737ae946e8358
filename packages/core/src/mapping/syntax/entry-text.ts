/** An entry with this expression at the end of its keys: `"total": { "amount": … }`. */
export const entryText = ([key = '', ...inner]: readonly string[], expression: string): string =>
  `${JSON.stringify(key)}: ${inner.reduceRight((text, name) => `{ ${JSON.stringify(name)}: ${text} }`, expression)}`;
