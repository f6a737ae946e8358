-- Who may see and do what, enforced by the database. Written by hand: drizzle-kit knows no forced row-level security,
-- no grants and no triggers. A later migration that adds a table calls throughline.protect_table('name').

CREATE SCHEMA IF NOT EXISTS throughline;
--> statement-breakpoint
-- Two roles without login. Use cases run as throughline_app (one organisation); the few tasks that look across
-- organisations run as throughline_system. Neither owns a table, so forced row-level security binds them even when
-- DATABASE_URL names a superuser.
DO $$
DECLARE
  role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['throughline_app', 'throughline_system'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN', role_name);
      EXCEPTION
        -- Roles belong to the server: another database of it may create them at this moment.
        WHEN duplicate_object OR unique_violation THEN NULL;
        WHEN insufficient_privilege THEN
          RAISE EXCEPTION 'The database user "%" may not create the role "%".', current_user, role_name
            USING ERRCODE = 'insufficient_privilege',
                  HINT = format('As an administrator run: CREATE ROLE %I NOLOGIN; GRANT %1$I TO %I;', role_name, current_user);
      END;
    END IF;
    IF NOT pg_has_role(current_user, role_name, 'SET') THEN
      BEGIN
        EXECUTE format('GRANT %I TO %I WITH SET TRUE', role_name, current_user);
      EXCEPTION
        WHEN insufficient_privilege THEN
          RAISE EXCEPTION 'The database user "%" may not act as the role "%".', current_user, role_name
            USING ERRCODE = 'insufficient_privilege',
                  HINT = format('As an administrator run: GRANT %I TO %I;', role_name, current_user);
      END;
    END IF;
  END LOOP;
END
$$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public, throughline TO throughline_app, throughline_system;
--> statement-breakpoint
-- The organisation of this transaction, or null: then every comparison with it fails and nothing is seen or written.
CREATE FUNCTION throughline.current_organisation_id() RETURNS uuid
  LANGUAGE sql STABLE
  RETURN nullif(current_setting('throughline.organisation_id', true), '')::uuid;
--> statement-breakpoint
ALTER TABLE environment ADD CONSTRAINT environment_id_organisation UNIQUE (id, organisation_id);
--> statement-breakpoint
-- Puts a table with organisation_id under row-level security. Where it also names an environment, the pair must belong
-- together: a plain foreign key ignores row-level security and would accept the environment of a stranger.
CREATE FUNCTION throughline.protect_table(table_name regclass) RETURNS void
  LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', table_name);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', table_name);
  EXECUTE format(
    'CREATE POLICY own_organisation ON %s TO throughline_app
       USING (organisation_id = throughline.current_organisation_id())
       WITH CHECK (organisation_id = throughline.current_organisation_id())', table_name);
  -- By name, not by USING (true): policies also hold for members of a role, and the login role is one.
  -- By name, not USING (true): a role's policies also hold for those who inherit it, and the login role may.
  EXECUTE format(
    'CREATE POLICY across_organisations ON %s TO throughline_system
       USING (current_user = ''throughline_system'') WITH CHECK (current_user = ''throughline_system'')', table_name);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO throughline_app, throughline_system', table_name);
  IF EXISTS (SELECT FROM pg_attribute WHERE attrelid = table_name AND attname = 'environment_id' AND NOT attisdropped) THEN
    EXECUTE format(
      'ALTER TABLE %s ADD CONSTRAINT %I FOREIGN KEY (environment_id, organisation_id)
         REFERENCES environment (id, organisation_id)',
      table_name, (SELECT relname FROM pg_class WHERE oid = table_name) || '_environment_organisation');
  END IF;
END
$$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION throughline.protect_table(regclass) FROM PUBLIC;
--> statement-breakpoint
SELECT throughline.protect_table(c.oid)
FROM pg_class c
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organisation_id' AND NOT a.attisdropped
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
ORDER BY c.relname;
--> statement-breakpoint
-- An organisation is known to itself.
ALTER TABLE organisation ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE organisation FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY own_organisation ON organisation TO throughline_app
  USING (id = throughline.current_organisation_id()) WITH CHECK (id = throughline.current_organisation_id());
--> statement-breakpoint
CREATE POLICY across_organisations ON organisation TO throughline_system
  USING (current_user = 'throughline_system') WITH CHECK (current_user = 'throughline_system');
--> statement-breakpoint
GRANT SELECT, UPDATE ON organisation TO throughline_app;
--> statement-breakpoint
-- Use cases read the names of fellow members and nothing else of sign-in. Not forced: the sign-in itself runs as the
-- owner of the tables.
ALTER TABLE "user" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY fellow_members ON "user" FOR SELECT TO throughline_app
  USING (EXISTS (SELECT FROM member WHERE member.user_id = "user".id));
--> statement-breakpoint
CREATE POLICY across_organisations ON "user" TO throughline_system
  USING (current_user = 'throughline_system') WITH CHECK (current_user = 'throughline_system');
--> statement-breakpoint
GRANT SELECT ON "user" TO throughline_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON organisation, "user", session, account, verification, worker TO throughline_system;
--> statement-breakpoint
-- What happened stays as it happened, whoever asks: these hold for the owner and for superusers too.
CREATE FUNCTION throughline.refuse_change() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Rows of "%" cannot be changed or removed.', TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation', HINT = 'Add a new row instead.';
END
$$;
--> statement-breakpoint
CREATE FUNCTION throughline.make_append_only(table_name regclass) RETURNS void
  LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format(
    'CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION throughline.refuse_change()',
    table_name);
  EXECUTE format(
    'CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON %s EXECUTE FUNCTION throughline.refuse_change()', table_name);
  EXECUTE format('REVOKE UPDATE, DELETE ON %s FROM throughline_app, throughline_system', table_name);
END
$$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION throughline.make_append_only(regclass) FROM PUBLIC;
--> statement-breakpoint
SELECT throughline.make_append_only(name::regclass)
FROM unnest(ARRAY['version', 'audit_entry', 'draft_revision', 'review', 'release']) AS name;
--> statement-breakpoint
-- Numbers without gaps. A sequence would leave gaps after a rollback, and people ask where change 7 went. The lock is
-- held to the end of the transaction; the statement after it sees what the one before us has committed.
CREATE FUNCTION throughline.number_version() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.number = 0 THEN
    PERFORM pg_advisory_xact_lock(hashtextextended('version:' || NEW.definition_id, 0));
    NEW.number := (SELECT coalesce(max(number), 0) + 1 FROM version WHERE definition_id = NEW.definition_id);
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER number_version BEFORE INSERT ON version FOR EACH ROW EXECUTE FUNCTION throughline.number_version();
--> statement-breakpoint
CREATE FUNCTION throughline.number_change() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.number = 0 THEN
    PERFORM pg_advisory_xact_lock(hashtextextended('change:' || NEW.organisation_id, 0));
    NEW.number := (SELECT coalesce(max(number), 0) + 1 FROM change WHERE organisation_id = NEW.organisation_id);
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER number_change BEFORE INSERT ON change FOR EACH ROW EXECUTE FUNCTION throughline.number_change();
--> statement-breakpoint
CREATE FUNCTION throughline.number_release() RETURNS trigger
  LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.number = 0 THEN
    PERFORM pg_advisory_xact_lock(hashtextextended('release:' || NEW.environment_id, 0));
    NEW.number := (SELECT coalesce(max(number), 0) + 1 FROM release WHERE environment_id = NEW.environment_id);
  END IF;
  RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER number_release BEFORE INSERT ON release FOR EACH ROW EXECUTE FUNCTION throughline.number_release();
