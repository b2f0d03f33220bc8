CREATE TABLE "account_roles" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"role" text NOT NULL,
	"granted_at" bigint NOT NULL,
	CONSTRAINT "account_roles_role" UNIQUE("account_id","role")
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"language" text NOT NULL,
	"password_hash" text NOT NULL,
	"disabled_at" bigint,
	"demo" boolean NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "accounts_email" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "activity_answers" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"course_id" text NOT NULL,
	"lesson_id" text NOT NULL,
	"activity_id" text NOT NULL,
	"version" text NOT NULL,
	"response" jsonb NOT NULL,
	"score_permille" bigint NOT NULL,
	"language" text NOT NULL,
	"answered_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "attempt_answers" (
	"id" text PRIMARY KEY NOT NULL,
	"attempt_id" text NOT NULL,
	"item_id" text NOT NULL,
	"response" jsonb,
	"seq" bigint NOT NULL,
	"language" text NOT NULL,
	"answered_at" bigint NOT NULL,
	CONSTRAINT "attempt_answers_item" UNIQUE("attempt_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"course_id" text NOT NULL,
	"module_id" text NOT NULL,
	"edition" text NOT NULL,
	"number" bigint NOT NULL,
	"items" jsonb NOT NULL,
	"started_at" bigint NOT NULL,
	"submitted_at" bigint,
	"score_permille" bigint,
	"passed" boolean,
	CONSTRAINT "attempts_number" UNIQUE("account_id","course_id","module_id","number")
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"happened_at" bigint NOT NULL,
	"actor_id" text,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"details" jsonb NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "certificate_events" (
	"id" text PRIMARY KEY NOT NULL,
	"certificate_id" text NOT NULL,
	"kind" text NOT NULL,
	"reason" text,
	"actor_id" text NOT NULL,
	"happened_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "certificate_serials" (
	"year" bigint PRIMARY KEY NOT NULL,
	"last" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "certificates" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"verify_code" text NOT NULL,
	"account_id" text NOT NULL,
	"course_id" text NOT NULL,
	"edition" text NOT NULL,
	"record" jsonb NOT NULL,
	"holder_key" text NOT NULL,
	"issued_at" bigint NOT NULL,
	CONSTRAINT "certificates_number" UNIQUE("number"),
	CONSTRAINT "certificates_verify_code" UNIQUE("verify_code"),
	CONSTRAINT "certificates_course" UNIQUE("account_id","course_id","edition")
);
--> statement-breakpoint
CREATE TABLE "lesson_completions" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"course_id" text NOT NULL,
	"module_id" text NOT NULL,
	"lesson_id" text NOT NULL,
	"edition" text NOT NULL,
	"language" text NOT NULL,
	"completed_at" bigint NOT NULL,
	CONSTRAINT "lesson_completions_lesson" UNIQUE("account_id","course_id","lesson_id")
);
--> statement-breakpoint
CREATE TABLE "lesson_places" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"course_id" text NOT NULL,
	"module_id" text NOT NULL,
	"lesson_id" text NOT NULL,
	"anchor" text NOT NULL,
	"seen_at" bigint NOT NULL,
	CONSTRAINT "lesson_places_lesson" UNIQUE("account_id","course_id","lesson_id")
);
--> statement-breakpoint
CREATE TABLE "password_resets" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"expires_at" bigint NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"expires_at" bigint NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "account_roles" ADD CONSTRAINT "account_roles_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_answers" ADD CONSTRAINT "activity_answers_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt_answers" ADD CONSTRAINT "attempt_answers_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_events" ADD CONSTRAINT "certificate_events_certificate_id_certificates_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."certificates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_completions" ADD CONSTRAINT "lesson_completions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lesson_places" ADD CONSTRAINT "lesson_places_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activity_answers_lesson" ON "activity_answers" USING btree ("account_id","course_id","lesson_id");--> statement-breakpoint
CREATE INDEX "certificate_events_certificate" ON "certificate_events" USING btree ("certificate_id");--> statement-breakpoint
CREATE INDEX "certificates_issued" ON "certificates" USING btree ("issued_at");--> statement-breakpoint
CREATE INDEX "password_resets_account" ON "password_resets" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sessions_account" ON "sessions" USING btree ("account_id");