CREATE TABLE "content_reports" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"course_id" text NOT NULL,
	"module_id" text NOT NULL,
	"lesson_id" text NOT NULL,
	"language" text NOT NULL,
	"place" text NOT NULL,
	"excerpt" text NOT NULL,
	"revision" bigint NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"created_at" bigint NOT NULL,
	"answered_at" bigint,
	"answered_by" text,
	"note" text
);
--> statement-breakpoint
ALTER TABLE "content_reports" ADD CONSTRAINT "content_reports_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "content_reports_account" ON "content_reports" USING btree ("account_id","created_at");--> statement-breakpoint
CREATE INDEX "content_reports_lesson" ON "content_reports" USING btree ("course_id","lesson_id","created_at");