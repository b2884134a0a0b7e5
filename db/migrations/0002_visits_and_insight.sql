CREATE TABLE `calendar_feeds` (
	`person_id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_token` ON `calendar_feeds` (`token_hash`);--> statement-breakpoint
CREATE TABLE `notice_settings` (
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`delivery` text NOT NULL,
	`changed_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `kind`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `outbox` ADD `delivery` text DEFAULT 'direct' NOT NULL;--> statement-breakpoint
ALTER TABLE `outbox` ADD `notice_kind` text;--> statement-breakpoint
ALTER TABLE `outbox` ADD `url` text;--> statement-breakpoint
CREATE INDEX `outbox_digest` ON `outbox` (`delivery`,`sent_at`,`to_email`);