CREATE TABLE "notes" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"course_id" text NOT NULL,
	"lesson_id" text NOT NULL,
	"activity_id" text NOT NULL,
	"response" jsonb,
	"seq" bigint NOT NULL,
	"language" text NOT NULL,
	"written_at" bigint NOT NULL,
	CONSTRAINT "notes_activity" UNIQUE("account_id","course_id","activity_id")
);
--> statement-breakpoint
ALTER TABLE "activity_answers" ALTER COLUMN "score_permille" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "activity_answers" ADD COLUMN "confidence" text;--> statement-breakpoint
ALTER TABLE "attempt_answers" ADD COLUMN "confidence" text;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activity_answers_activity" ON "activity_answers" USING btree ("course_id","activity_id");