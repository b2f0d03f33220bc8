CREATE TABLE `notes` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`course_id` text NOT NULL,
	`lesson_id` text NOT NULL,
	`activity_id` text NOT NULL,
	`response` text,
	`seq` integer NOT NULL,
	`language` text NOT NULL,
	`written_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `notes_activity` ON `notes` (`account_id`,`course_id`,`activity_id`);--> statement-breakpoint
CREATE TABLE `__new_activity_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`course_id` text NOT NULL,
	`lesson_id` text NOT NULL,
	`activity_id` text NOT NULL,
	`version` text NOT NULL,
	`response` text NOT NULL,
	`score_permille` integer,
	`confidence` text,
	`language` text NOT NULL,
	`answered_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_activity_answers`(`id`, `account_id`, `course_id`, `lesson_id`, `activity_id`, `version`, `response`, `score_permille`, `language`, `answered_at`) SELECT `id`, `account_id`, `course_id`, `lesson_id`, `activity_id`, `version`, `response`, `score_permille`, `language`, `answered_at` FROM `activity_answers`;--> statement-breakpoint
DROP TABLE `activity_answers`;--> statement-breakpoint
ALTER TABLE `__new_activity_answers` RENAME TO `activity_answers`;--> statement-breakpoint
CREATE TRIGGER activity_answers_update BEFORE UPDATE ON activity_answers BEGIN SELECT RAISE(ABORT, 'activity_answers is append-only'); END;--> statement-breakpoint
CREATE INDEX `activity_answers_lesson` ON `activity_answers` (`account_id`,`course_id`,`lesson_id`);--> statement-breakpoint
CREATE INDEX `activity_answers_activity` ON `activity_answers` (`course_id`,`activity_id`);--> statement-breakpoint
ALTER TABLE `attempt_answers` ADD `confidence` text;