import type { OpenConnection } from '@throughline/core/connector';
import { ConnectorError } from '@throughline/core/connector/error';
import type { JsonSchema } from '@throughline/core/connector/json-schema';
import type { AuthMethod, ConnectorManifest } from '@throughline/core/connector/manifest';
import { Redactor } from './redact.ts';
import { ownValue } from '@throughline/core/connector/own-value';

/** Typed access to a connection's settings and credentials; a missing one is a `validation` error that names it. */
export interface ConnectionFields {
  readonly method: AuthMethod;
  setting(name: string): string | undefined;
  requireSetting(name: string): string;
  settingNumber(name: string): number | undefined;
  credential(name: string): string | undefined;
  requireCredential(name: string): string;
  /** Knows every secret of the connection. */
  readonly redactor: Redactor;
}

/** @throws ConnectorError `validation` */
export function connectionFields(connection: OpenConnection, manifest: ConnectorManifest): ConnectionFields {
  const method = manifest.auth.find(({ id }) => id === connection.auth.method);
  if (method === undefined) {
    const known = manifest.auth.map(({ id }) => id).join(', ');
    throw refusal(
      `${manifest.title} has no way to sign in called “${connection.auth.method}”; there are ${known}.`,
      [],
    );
  }
  const setting = reader(connection.settings, manifest.settings);
  const credential = reader(connection.auth.fields, method.fields);
  return {
    method,
    setting,
    requireSetting: required(setting, manifest.title),
    settingNumber: (name) => readNumber(connection.settings[name]),
    credential,
    requireCredential: required(credential, manifest.title),
    redactor: redactorOf(method, credential),
  };
}

function reader(values: Readonly<Record<string, unknown>>, schema: JsonSchema): (name: string) => string | undefined {
  return (name) => {
    const value = ownValue(values, name) ?? ownValue(schema.properties, name)?.default;
    return typeof value === 'string' && value.trim() !== '' ? value : undefined;
  };
}

function required(read: (name: string) => string | undefined, title: string): (name: string) => string {
  return (name) => {
    const value = read(name);
    if (value === undefined)
      throw refusal(`The connection to ${title} has no “${name}”; fill it in and test again.`, [name]);
    return value;
  };
}

function readNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

function redactorOf(method: AuthMethod, credential: (name: string) => string | undefined): Redactor {
  const redactor = new Redactor();
  const fields = Object.entries(method.fields.properties ?? {}).flatMap(([name, { format }]) => {
    const value = credential(name);
    return value === undefined ? [] : [{ value, isSecret: format === 'password' }];
  });
  for (const { value: secret } of fields.filter(({ isSecret }) => isSecret)) {
    redactor.add(secret);
    for (const { value: id } of fields.filter(({ isSecret }) => !isSecret)) redactor.addPair(id, secret);
  }
  return redactor;
}

function refusal(message: string, fields: readonly string[]): ConnectorError {
  return new ConnectorError(message, { class: 'validation', fields });
}
