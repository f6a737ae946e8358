import type { JsonSchema } from '@throughline/core/connector/json-schema';

/** A condition on a field that the record has, to show how conditions are written; empty when no field is known. */
export function exampleCondition(schema: JsonSchema | undefined): string {
  const fields = Object.entries(schema?.properties ?? {}).filter(([name]) => isPlainName(name));
  const choice = fields.find(([, { enum: values }]) => typeof values?.[0] === 'string');
  if (choice !== undefined) return `$trigger.${choice[0]} = ${JSON.stringify(choice[1].enum?.[0])}`;
  const text = fields.find(([name, field]) => field.readOnly !== true && isText(field) && !isKey(name));
  if (text !== undefined) return `$exists($trigger.${text[0]})`;
  const [first] = fields;
  return first === undefined ? '' : `$exists($trigger.${first[0]})`;
}

const isPlainName = (name: string): boolean => /^[A-Za-z_]\w*$/.test(name);

const isKey = (name: string): boolean => /id(__c)?$/i.test(name);

const isText = ({ type }: JsonSchema): boolean => type === 'string' || (Array.isArray(type) && type.includes('string'));
