CREATE TABLE `choice_lists` (
	`list` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `items` ADD `definition` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `items` ADD `classes` text;--> statement-breakpoint
ALTER TABLE `items` ADD `display` text DEFAULT 'list' NOT NULL;--> statement-breakpoint
ALTER TABLE `items` ADD `shown_if` text;--> statement-breakpoint
ALTER TABLE `items` ADD `withdrawn_at` integer;--> statement-breakpoint
ALTER TABLE `questionnaires` ADD `based_on_id` text;--> statement-breakpoint
ALTER TABLE `questionnaires` ADD `revision` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `sections` ADD `shown_if` text;--> statement-breakpoint
ALTER TABLE `sections` ADD `withdrawn_at` integer;