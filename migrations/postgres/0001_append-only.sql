-- Guards against a mistake in the program.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;
--> statement-breakpoint
CREATE TRIGGER audit_events_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER certificate_events_change BEFORE UPDATE OR DELETE OR TRUNCATE ON certificate_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Answers may be removed, because a learner may ask for it; they may not be altered.
CREATE TRIGGER activity_answers_change BEFORE UPDATE ON activity_answers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
