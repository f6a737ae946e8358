import { index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { Role } from '../words/roles.ts';
import { user } from './auth.ts';
import { createdAt, id, instant, organisationId } from './columns.ts';

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

/** `setup` makes the first administrator of an installation, who chooses their own e-mail address. */
export const accessLinkKinds = ['invitation', 'reset', 'setup'] as const;
export type AccessLinkKind = (typeof accessLinkKinds)[number];

/** A one-time link by which a person sets their own password. Only the hash of its secret is kept. */
export const accessLink = pgTable(
  'access_link',
  {
    id: id(),
    organisationId: organisationId().references(() => organisation.id),
    kind: text('kind').$type<AccessLinkKind>().notNull(),
    /** SHA-256 of the secret in the link, hex. */
    tokenHash: text('token_hash').notNull().unique(),
    email: text('email').notNull(),
    /** What the person may do once they accept; empty for a reset. */
    roles: text('roles').array().$type<Role[]>().notNull(),
    /** Whose password a reset sets; for an invitation, who accepted it. */
    userId: text('user_id').references(() => user.id, { onDelete: 'cascade' }),
    /** User id, or `system:<part>` for links made on the server itself. */
    createdBy: text('created_by').notNull(),
    createdAt: createdAt(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    revokedAt: instant('revoked_at'),
    /** The colleague who may know the password since, because they had the link by which it was set; null for nobody. */
    passwordFrom: text('password_from'),
    /** Another colleague who said that the account is really this person's. */
    confirmedBy: text('confirmed_by'),
  },
  (table) => [index('access_link_email').on(table.organisationId, table.email)],
);

export type EnvironmentId = typeof environment.$inferSelect.id;
export const environmentId = () =>
  uuid('environment_id')
    .notNull()
    .references(() => environment.id);
