CREATE TABLE `release_cells` (
	`release_id` text NOT NULL,
	`position` integer NOT NULL,
	`filter_key` text NOT NULL,
	`option` text NOT NULL,
	`size` integer,
	`shown` text,
	`nearest` text,
	PRIMARY KEY(`release_id`, `position`),
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `release_cells_filter` ON `release_cells` (`release_id`,`filter_key`);--> statement-breakpoint
CREATE TABLE `release_proofs` (
	`release_id` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `release_secrets` (
	`round_id` text PRIMARY KEY NOT NULL,
	`secret` text NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `releases` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`item_id` text NOT NULL,
	`edition` integer NOT NULL,
	`organisations` integer NOT NULL,
	`released_at` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `releases_edition` ON `releases` (`round_id`,`item_id`,`edition`);