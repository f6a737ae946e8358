import { integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { Role } from '../words/roles.ts';
import { user } from './auth.ts';
import { createdAt, id, organisationId } from './columns.ts';

export const organisation = pgTable('organisation', {
  id: id(),
  key: text('key').notNull().unique(),
  name: text('name').notNull(),
  /** IANA name; dates on screens and schedules default to it. */
  timeZone: text('time_zone').notNull().default('UTC'),
  createdAt: createdAt(),
});

export const environmentKinds = ['development', 'test', 'production'] as const;
export type EnvironmentKind = (typeof environmentKinds)[number];

export const environment = pgTable(
  'environment',
  {
    id: id(),
    organisationId: organisationId().references(() => organisation.id),
    key: text('key').notNull(),
    name: text('name').notNull(),
    kind: text('kind').$type<EnvironmentKind>().notNull(),
    position: integer('position').notNull(),
    createdAt: createdAt(),
  },
  (table) => [unique('environment_organisation_key').on(table.organisationId, table.key)],
);

/** Who may do what in which organisation. A person can hold several roles. */
export const member = pgTable(
  'member',
  {
    id: id(),
    organisationId: organisationId().references(() => organisation.id),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    roles: text('roles').array().$type<Role[]>().notNull(),
    createdAt: createdAt(),
  },
  (table) => [unique('member_organisation_user').on(table.organisationId, table.userId)],
);

export type EnvironmentId = typeof environment.$inferSelect.id;
export const environmentId = () =>
  uuid('environment_id')
    .notNull()
    .references(() => environment.id);
