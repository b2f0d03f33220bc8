CREATE TABLE "activity_versions" (
	"version" text PRIMARY KEY NOT NULL,
	"activity_id" text NOT NULL,
	"record" jsonb NOT NULL
);
