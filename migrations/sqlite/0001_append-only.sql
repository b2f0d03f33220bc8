-- Guards against a mistake in the program. INSERT OR REPLACE would pass a guard on DELETE, so a second row of the same key is refused too.
CREATE TRIGGER audit_events_update BEFORE UPDATE ON audit_events BEGIN SELECT RAISE(ABORT, 'audit_events is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_events_delete BEFORE DELETE ON audit_events BEGIN SELECT RAISE(ABORT, 'audit_events is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER audit_events_insert BEFORE INSERT ON audit_events WHEN EXISTS (SELECT 1 FROM audit_events WHERE seq = NEW.seq) BEGIN SELECT RAISE(ABORT, 'audit_events is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER certificate_events_update BEFORE UPDATE ON certificate_events BEGIN SELECT RAISE(ABORT, 'certificate_events is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER certificate_events_delete BEFORE DELETE ON certificate_events BEGIN SELECT RAISE(ABORT, 'certificate_events is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER certificate_events_insert BEFORE INSERT ON certificate_events WHEN EXISTS (SELECT 1 FROM certificate_events WHERE id = NEW.id) BEGIN SELECT RAISE(ABORT, 'certificate_events is append-only'); END;
--> statement-breakpoint
-- Answers may be removed, because a learner may ask for it; they may not be altered.
CREATE TRIGGER activity_answers_update BEFORE UPDATE ON activity_answers BEGIN SELECT RAISE(ABORT, 'activity_answers is append-only'); END;
