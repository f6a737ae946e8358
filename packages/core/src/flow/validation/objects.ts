import type { ConnectorManifest, ObjectManifest } from '../../connector/manifest.ts';
import { ownValue } from '../../connector/own-value.ts';
import type { Problem, ProblemCode } from '../problem.ts';
import type { ValidationContext } from '../validation-context.ts';
import { known } from './step-report.ts';

export interface FoundObject {
  readonly manifest: ConnectorManifest;
  readonly object: ObjectManifest;
}

/** The object with this name in a connection's system; undefined when it is unknown or cannot be determined. */
export function objectOf(connection: string, name: string, context: ValidationContext): FoundObject | undefined {
  const system = context.connections?.find(({ key }) => key === connection)?.system;
  const manifest = system === undefined ? undefined : ownValue(context.catalog, system);
  const object = manifest && ownValue(manifest.objects, name);
  return manifest && object && { manifest, object };
}

/** Says why there is no such object: the connection, its system or the object is unknown. */
export function objectProblem(
  connection: string,
  name: string,
  context: ValidationContext,
): { readonly at: '/connection' | '/object'; readonly code: ProblemCode; readonly message: string } | undefined {
  const { connections, catalog } = context;
  if (connections === undefined) return undefined;
  const system = connections.find(({ key }) => key === connection)?.system;
  if (system === undefined) {
    const names = connections.map(({ key }) => key);
    const message = `There is no connection "${connection}" in this environment. ${known(connection, names)}`;
    return { at: '/connection', code: 'UNKNOWN_CONNECTION', message };
  }
  const manifest = ownValue(catalog, system);
  if (manifest === undefined) {
    const message = `The connection "${connection}" is of the system "${system}", which is not installed.`;
    return { at: '/connection', code: 'UNKNOWN_CONNECTION', message };
  }
  if (ownValue(manifest.objects, name) !== undefined) return undefined;
  const message = `${manifest.title} has no object "${name}". ${known(name, Object.keys(manifest.objects))}`;
  return { at: '/object', code: 'UNKNOWN_OBJECT', message };
}

/** Reports each requested child list that the object does not have. */
export function unknownChildren(
  { object }: FoundObject,
  include: readonly string[],
  report: (index: number, message: string) => Problem,
): Problem[] {
  const children = Object.keys(object.children ?? {});
  return include.flatMap((name, index) =>
    children.includes(name)
      ? []
      : [report(index, `${object.title} has no list "${name}" to bring along. ${known(name, children)}`)],
  );
}

/** True for a name that the account itself may have added to an object. */
export const isCustomField = ({ customFields }: ConnectorManifest, name: string): boolean =>
  customFields !== undefined && new RegExp(customFields).test(name);
