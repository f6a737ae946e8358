import { connectorCatalog } from '@throughline/connectors/catalog';
import type { JsonSchema } from '@throughline/core/connector/json-schema';
import type { AuthMethod, ConnectorCatalog, ConnectorManifest } from '@throughline/core/connector/manifest';
import { whySecretsAgain } from '@throughline/core/connector/why-secrets-again';
import { Refusal } from '../trpc/refusal.ts';
import { ownValue } from '@throughline/core/connector/own-value';

const catalog: ConnectorCatalog = connectorCatalog;

/** @throws Refusal for a system without a connector */
export const manifestOf = (system: string): ConnectorManifest => {
  // `toString` and similar names exist on every object but are not systems.
  const manifest = ownValue(catalog, system);
  if (manifest === undefined) {
    throw new Refusal(
      'invalid',
      'UNKNOWN_SYSTEM',
      `There is no connector for “${system}”. Choose one of ${Object.keys(catalog).join(', ')}.`,
    );
  }
  return manifest;
};

/** @throws Refusal for a sign-in method that the system does not have */
export const authMethodOf = (manifest: ConnectorManifest, id: string): AuthMethod => {
  const method = manifest.auth.find((each) => each.id === id);
  if (method === undefined) {
    throw new Refusal('invalid', 'UNKNOWN_AUTH_METHOD', `${manifest.title} has no way to sign in called “${id}”.`);
  }
  return method;
};

export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/** What is wrong with the values of a form described by a flat JSON Schema; `isSet` lists secrets that are kept. */
export const checkFields = (
  schema: JsonSchema,
  values: Readonly<Record<string, unknown>>,
  isSet: ReadonlySet<string> = new Set(),
): readonly FieldProblem[] => {
  const properties = schema.properties ?? {};
  const unknown = Object.keys(values).filter((name) => !Object.hasOwn(properties, name));
  return [
    ...unknown.map((field) => ({ field, message: 'There is no such field.' })),
    ...Object.entries(properties).flatMap(([field, property]) => {
      const message = checkField(
        property,
        values[field],
        schema.required?.includes(field) === true && !isSet.has(field),
      );
      return message === undefined ? [] : [{ field, message }];
    }),
  ];
};

const checkField = (schema: JsonSchema, value: unknown, isRequired: boolean): string | undefined => {
  const title = schema.title ?? 'This field';
  if (value === undefined || value === null || value === '') return isRequired ? `${title} is needed.` : undefined;
  if (schema.type === 'boolean') return typeof value === 'boolean' ? undefined : `${title} is yes or no.`;
  if (schema.type === 'integer' || schema.type === 'number') {
    return typeof value === 'number' ? undefined : `${title} is a number.`;
  }
  if (typeof value !== 'string') return `${title} is a text.`;
  if (schema.enum !== undefined && !schema.enum.includes(value)) return `${title} is one of ${schema.enum.join(', ')}.`;
  if (schema.format === 'uri' && !isWebAddress(value)) return `${title} is an address such as https://example.com.`;
  if (schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(value)) {
    const example = schema.examples?.[0] ?? schema.default;
    return `${title} has another form${typeof example === 'string' ? `, for example ${example}` : ''}.`;
  }
  if (schema.minLength !== undefined && value.length < schema.minLength) return `${title} is too short.`;
  if (schema.maxLength !== undefined && value.length > schema.maxLength) return `${title} is too long.`;
  return undefined;
};

const isWebAddress = (text: string): boolean => {
  const url = URL.parse(text);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:');
};

/** @throws Refusal that lists everything that is wrong */
export const refuseFieldProblems = (problems: readonly FieldProblem[]): void => {
  const [first] = problems;
  if (first === undefined) return;
  throw new Refusal('invalid', 'FIELD_INVALID', problems.map(({ message }) => message).join(' '));
};

/** @throws Refusal that names the secrets that would follow to another address */
export const refuseKeptSecrets = (moved: readonly string[], schema: JsonSchema, kept: readonly string[]): void => {
  const why = whySecretsAgain(moved);
  if (why === undefined || kept.length === 0) return;
  const titles = kept.map((field) => schema.properties?.[field]?.title ?? field);
  throw new Refusal('invalid', 'SECRETS_NEEDED', `${why} Missing: ${titles.join(', ')}.`);
};
