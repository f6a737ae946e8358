CREATE TABLE "connection_pace" (
	"connection_id" uuid PRIMARY KEY NOT NULL,
	"due_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "connection_place" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"connection_id" uuid NOT NULL,
	"worker_id" text NOT NULL,
	"taken_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE INDEX "connection_place_connection" ON "connection_place" USING btree ("connection_id");--> statement-breakpoint
-- One request of a connection: a place among those under way and its turn in the pace, in one round trip. The row of the
-- connection is locked, so workers take turns. No place: the answer is null, ask again. Place but not yet its turn:
-- wait_ms says how long to hold it before sending. The generic cell rate algorithm, as in the connectors' own budget.
CREATE FUNCTION throughline.take_place(
  connection uuid, worker_id text, concurrency int, interval_ms double precision, burst_ms double precision,
  OUT place uuid, OUT wait_ms double precision
) LANGUAGE plpgsql AS $$
DECLARE
  instant timestamptz;
  due timestamptz;
  start timestamptz;
  taken int;
BEGIN
  INSERT INTO connection_pace (connection_id, due_at) VALUES (connection, clock_timestamp()) ON CONFLICT DO NOTHING;
  SELECT due_at INTO due FROM connection_pace WHERE connection_id = connection FOR UPDATE;
  instant := clock_timestamp();
  SELECT count(*) INTO taken FROM connection_place WHERE connection_id = connection;
  IF taken >= concurrency THEN
    -- Those of ended workers are free; five minutes is ten times the longest a call may take.
    DELETE FROM connection_place p
      WHERE p.connection_id = connection AND (
        p.taken_at < instant - interval '5 minutes'
        OR NOT EXISTS (SELECT FROM worker w WHERE w.id = p.worker_id AND w.state IN ('running', 'draining')));
    SELECT count(*) INTO taken FROM connection_place WHERE connection_id = connection;
  END IF;
  IF taken >= concurrency THEN
    RETURN;
  END IF;
  start := greatest(instant, due - make_interval(secs => burst_ms / 1000));
  UPDATE connection_pace SET due_at = greatest(due, start) + make_interval(secs => interval_ms / 1000)
    WHERE connection_id = connection;
  INSERT INTO connection_place (connection_id, worker_id, taken_at) VALUES (connection, take_place.worker_id, instant)
    RETURNING id INTO place;
  wait_ms := extract(epoch FROM start - instant) * 1000;
END
$$;
