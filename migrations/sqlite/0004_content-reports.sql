CREATE TABLE `content_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`course_id` text NOT NULL,
	`module_id` text NOT NULL,
	`lesson_id` text NOT NULL,
	`language` text NOT NULL,
	`place` text NOT NULL,
	`excerpt` text NOT NULL,
	`revision` integer NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`created_at` integer NOT NULL,
	`answered_at` integer,
	`answered_by` text,
	`note` text,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `content_reports_account` ON `content_reports` (`account_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `content_reports_lesson` ON `content_reports` (`course_id`,`lesson_id`,`created_at`);