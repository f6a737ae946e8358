import { and, desc, eq, ilike, isNull, or, sql } from 'drizzle-orm';
import type { OrganisationTx } from '@throughline/core/db';
import { connection } from '@throughline/core/db/schema/connection';
import { definition } from '@throughline/core/db/schema/definition';
import { exception, run } from '@throughline/core/db/schema/run';
import { containsPattern } from './contains-pattern.ts';

export interface FoundRecord {
  readonly kind: 'flow' | 'mapping' | 'value-map' | 'connection' | 'run' | 'exception';
  /** Its identifier in the URL. */
  readonly id: string;
  readonly label: string;
  readonly hint: string;
}

const perKind = 6;

/** Records of every kind whose name, key or id contains the text, a few of each. */
export const searchEverything = async (
  tx: OrganisationTx,
  environmentId: string,
  text: string,
): Promise<FoundRecord[]> => [
  ...(await findDefinitions(tx, text)),
  ...(await findConnections(tx, environmentId, text)),
  ...(await findRuns(tx, environmentId, text)),
  ...(await findExceptions(tx, environmentId, text)),
];

const findDefinitions = async (tx: OrganisationTx, text: string): Promise<FoundRecord[]> => {
  const pattern = containsPattern(text);
  const rows = await tx
    .select({ kind: definition.kind, key: definition.key, name: definition.name })
    .from(definition)
    .where(and(isNull(definition.archivedAt), or(ilike(definition.name, pattern), ilike(definition.key, pattern))))
    .orderBy(definition.name)
    .limit(perKind * 2);
  return rows.flatMap(({ kind, key, name }) =>
    kind === 'entity' ? [] : [{ kind, id: key, label: name, hint: kind.replace('-', ' ') }],
  );
};

const findConnections = async (tx: OrganisationTx, environmentId: string, text: string): Promise<FoundRecord[]> => {
  const pattern = containsPattern(text);
  const rows = await tx
    .select({ key: connection.key, name: connection.name })
    .from(connection)
    .where(
      and(
        eq(connection.environmentId, environmentId),
        or(ilike(connection.name, pattern), ilike(connection.key, pattern)),
      ),
    )
    .limit(perKind);
  return rows.map(({ key, name }) => ({ kind: 'connection', id: key, label: name, hint: 'connection' }));
};

const findRuns = async (tx: OrganisationTx, environmentId: string, text: string): Promise<FoundRecord[]> => {
  const pattern = containsPattern(text);
  const rows = await tx
    .select({ id: run.id, key: run.businessKey, label: run.businessLabel, state: run.state })
    .from(run)
    .where(
      and(
        eq(run.environmentId, environmentId),
        or(
          ilike(run.businessKey, pattern),
          ilike(run.businessLabel, pattern),
          sql`${run.id}::text like ${pattern.toLowerCase()}`,
        ),
      ),
    )
    .orderBy(desc(run.createdAt))
    .limit(perKind);
  return rows.map(({ id, key, label, state }) => ({
    kind: 'run',
    id,
    label: label ?? key ?? id,
    hint: `run, ${state}`,
  }));
};

const findExceptions = async (tx: OrganisationTx, environmentId: string, text: string): Promise<FoundRecord[]> => {
  const pattern = containsPattern(text);
  const rows = await tx
    .select({ id: exception.id, code: exception.code, label: exception.businessLabel })
    .from(exception)
    .where(
      and(
        eq(exception.environmentId, environmentId),
        or(
          ilike(exception.code, pattern),
          ilike(exception.businessKey, pattern),
          ilike(exception.businessLabel, pattern),
        ),
      ),
    )
    .orderBy(desc(exception.createdAt))
    .limit(perKind);
  return rows.map(({ id, code, label }) => ({
    kind: 'exception',
    id,
    label: label === null ? code : `${code} · ${label}`,
    hint: 'exception',
  }));
};
