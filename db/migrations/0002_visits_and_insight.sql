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
CREATE TABLE `coherences` (
	`round_id` text NOT NULL,
	`edition` integer NOT NULL,
	`organisations` integer NOT NULL,
	`members` integer NOT NULL,
	`made_at` integer NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`round_id`, `edition`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `interpretation_revisions` (
	`interpretation_id` text NOT NULL,
	`revision` integer NOT NULL,
	`text` text NOT NULL,
	`written_at` integer NOT NULL,
	`written_by` text,
	PRIMARY KEY(`interpretation_id`, `revision`),
	FOREIGN KEY (`interpretation_id`) REFERENCES `interpretations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `interpretations` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`item_id` text NOT NULL,
	`revision` integer NOT NULL,
	`text` text NOT NULL,
	`written_at` integer NOT NULL,
	`written_by` text,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `interpretations_figure` ON `interpretations` (`round_id`,`item_id`);--> statement-breakpoint
CREATE TABLE `perspective_measurements` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`measured_on` text NOT NULL,
	`source` text NOT NULL,
	`first_perspective` text NOT NULL,
	`second_perspective` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `perspective_statements` (
	`measurement_id` text NOT NULL,
	`concept` text NOT NULL,
	`position` integer NOT NULL,
	`wording` text NOT NULL,
	`first_counts` text NOT NULL,
	`second_counts` text NOT NULL,
	PRIMARY KEY(`measurement_id`, `concept`),
	FOREIGN KEY (`measurement_id`) REFERENCES `perspective_measurements`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `use_statements` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`signed_by` text NOT NULL,
	`purpose` text NOT NULL,
	`recipients` text NOT NULL,
	`valid_until` text NOT NULL,
	`signed_at` integer NOT NULL,
	`ended_at` integer,
	`secret` text NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`signed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `use_statements_round` ON `use_statements` (`round_id`,`signed_at`);--> statement-breakpoint
CREATE TABLE `fact_changes` (
	`round_id` text NOT NULL,
	`edition` integer NOT NULL,
	`previous_round_id` text NOT NULL,
	`previous_edition` integer NOT NULL,
	`concept` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`round_id`, `edition`, `previous_round_id`, `previous_edition`, `concept`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`previous_round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `fact_cells` (
	`edition_id` text NOT NULL,
	`item_id` text NOT NULL,
	`filter_key` text NOT NULL,
	`counts` text NOT NULL,
	PRIMARY KEY(`edition_id`, `item_id`, `filter_key`),
	FOREIGN KEY (`edition_id`) REFERENCES `fact_editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `fact_editions` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`edition` integer NOT NULL,
	`organisations` integer NOT NULL,
	`members` integer NOT NULL,
	`counted_at` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `fact_editions_edition` ON `fact_editions` (`round_id`,`edition`);--> statement-breakpoint
CREATE TABLE `fact_members` (
	`edition_id` text NOT NULL,
	`position` integer NOT NULL,
	`member_id` text NOT NULL,
	`response_id` text NOT NULL,
	`groups` text NOT NULL,
	PRIMARY KEY(`edition_id`, `position`),
	FOREIGN KEY (`edition_id`) REFERENCES `fact_editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `release_magnitudes` (
	`release_id` text NOT NULL,
	`filter_key` text NOT NULL,
	`organisations` integer NOT NULL,
	`median` real NOT NULL,
	`sum` real,
	`mean` real,
	PRIMARY KEY(`release_id`, `filter_key`),
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `release_openings` (
	`release_id` text NOT NULL,
	`member_id` text NOT NULL,
	`response_id` text NOT NULL,
	`consent` text NOT NULL,
	PRIMARY KEY(`release_id`, `member_id`),
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `visit_participants` (
	`id` text PRIMARY KEY NOT NULL,
	`visit_id` text NOT NULL,
	`side` text NOT NULL,
	`person_id` text,
	`name` text,
	`email` text,
	`note` text DEFAULT '' NOT NULL,
	`reply_key` text NOT NULL,
	`status` text NOT NULL,
	`sequence` integer NOT NULL,
	`replied_at` integer,
	`added_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `visit_participants_key` ON `visit_participants` (`reply_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `visit_participants_person` ON `visit_participants` (`visit_id`,`person_id`) WHERE person_id is not null and removed_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX `visit_participants_email` ON `visit_participants` (`visit_id`,`email`) WHERE email is not null and removed_at is null;--> statement-breakpoint
CREATE INDEX `visit_participants_visit` ON `visit_participants` (`visit_id`);--> statement-breakpoint
CREATE INDEX `visit_participants_of` ON `visit_participants` (`person_id`);--> statement-breakpoint
CREATE TABLE `visit_reminders` (
	`visit_id` text NOT NULL,
	`kind` text NOT NULL,
	`starts_at` integer NOT NULL,
	`run_id` text NOT NULL,
	`sent_at` integer NOT NULL,
	PRIMARY KEY(`visit_id`, `kind`, `starts_at`),
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `visit_reminders_run` ON `visit_reminders` (`run_id`);--> statement-breakpoint
CREATE TABLE `host_blackouts` (
	`member_id` text NOT NULL,
	`week_on` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	PRIMARY KEY(`member_id`, `week_on`),
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `host_blackouts_period` ON `host_blackouts` (`member_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `host_settings` (
	`member_id` text PRIMARY KEY NOT NULL,
	`max_per_quarter` integer,
	`lead_days` integer DEFAULT 0 NOT NULL,
	`is_paused` integer DEFAULT false NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`updated_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `visit_drafts` (
	`member_id` text NOT NULL,
	`round_id` text NOT NULL,
	`concept` text NOT NULL,
	`state` text NOT NULL,
	`theme_id` text,
	`text` text DEFAULT '' NOT NULL,
	`visit_id` text,
	`offer_id` text,
	`revision` integer DEFAULT 1 NOT NULL,
	`updated_at` integer NOT NULL,
	`updated_by` text,
	PRIMARY KEY(`member_id`, `round_id`, `concept`),
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`theme_id`) REFERENCES `themes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`offer_id`) REFERENCES `visit_offers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`updated_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `exchange_proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`exchange_id` text NOT NULL,
	`visit_id` text NOT NULL,
	`guest_member_id` text NOT NULL,
	`host_member_id` text,
	`offer_id` text,
	`wave` integer,
	`cause` text,
	`declined_by_guest_at` integer,
	`declined_by_host_at` integer,
	FOREIGN KEY (`exchange_id`) REFERENCES `visit_exchanges`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`guest_member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`host_member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`offer_id`) REFERENCES `visit_offers`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `exchange_proposals_visit` ON `exchange_proposals` (`exchange_id`,`visit_id`);--> statement-breakpoint
CREATE INDEX `exchange_proposals_guest` ON `exchange_proposals` (`guest_member_id`);--> statement-breakpoint
CREATE INDEX `exchange_proposals_host` ON `exchange_proposals` (`host_member_id`);--> statement-breakpoint
CREATE INDEX `exchange_proposals_request` ON `exchange_proposals` (`visit_id`);--> statement-breakpoint
CREATE TABLE `visit_exchanges` (
	`id` text PRIMARY KEY NOT NULL,
	`year` integer NOT NULL,
	`computed_at` integer NOT NULL,
	`computed_by` text,
	FOREIGN KEY (`computed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `visit_exchanges_year` ON `visit_exchanges` (`year`);--> statement-breakpoint
CREATE TABLE `action_checks` (
	`visit_id` text NOT NULL,
	`member_id` text NOT NULL,
	`after_days` integer NOT NULL,
	`outcome` text NOT NULL,
	`why` text DEFAULT '' NOT NULL,
	`person_id` text,
	`checked_at` integer NOT NULL,
	PRIMARY KEY(`visit_id`, `member_id`, `after_days`),
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `lessons` (
	`id` text PRIMARY KEY NOT NULL,
	`visit_id` text NOT NULL,
	`theme_id` text NOT NULL,
	`title` text NOT NULL,
	`learned` text NOT NULL,
	`tip` text DEFAULT '' NOT NULL,
	`search_key` text NOT NULL,
	`state` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`revision` integer NOT NULL,
	`written_by` text,
	`written_at` integer NOT NULL,
	`approved_by` text,
	`approved_at` integer,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`theme_id`) REFERENCES `themes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approved_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `lessons_visit` ON `lessons` (`visit_id`);--> statement-breakpoint
CREATE INDEX `lessons_theme` ON `lessons` (`state`,`theme_id`);--> statement-breakpoint
CREATE TABLE `visit_actions` (
	`visit_id` text NOT NULL,
	`member_id` text NOT NULL,
	`action` text NOT NULL,
	`owner_person_id` text,
	`agreed_at` integer NOT NULL,
	PRIMARY KEY(`visit_id`, `member_id`),
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`owner_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `visit_actions_member` ON `visit_actions` (`member_id`);--> statement-breakpoint
CREATE TABLE `visit_follow_ups` (
	`visit_id` text NOT NULL,
	`member_id` text NOT NULL,
	`kind` text NOT NULL,
	`sent_at` integer NOT NULL,
	PRIMARY KEY(`visit_id`, `member_id`, `kind`),
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `visit_reflections` (
	`visit_id` text NOT NULL,
	`member_id` text NOT NULL,
	`person_id` text,
	`first` text NOT NULL,
	`second` text NOT NULL,
	`third` text NOT NULL,
	`revision` integer NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`visit_id`, `member_id`),
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `visit_approvals` (
	`member_id` text PRIMARY KEY NOT NULL,
	`person_id` text,
	`changed_by` text,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `visit_date_answers` (
	`date_id` text NOT NULL,
	`side` text NOT NULL,
	`answer` text NOT NULL,
	`person_id` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`date_id`, `side`),
	FOREIGN KEY (`date_id`) REFERENCES `visit_dates`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `visit_dates` (
	`id` text PRIMARY KEY NOT NULL,
	`visit_id` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`side` text NOT NULL,
	`person_id` text,
	`created_at` integer NOT NULL,
	`withdrawn_at` integer,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `visit_dates_visit` ON `visit_dates` (`visit_id`,`starts_at`);--> statement-breakpoint
CREATE TABLE `visit_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`visit_id` text NOT NULL,
	`side` text NOT NULL,
	`person_id` text,
	`text` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `visit_messages_visit` ON `visit_messages` (`visit_id`,`created_at`);--> statement-breakpoint
DROP INDEX `visits_offer`;--> statement-breakpoint
ALTER TABLE `visits` ADD `preferred_format` text;--> statement-breakpoint
ALTER TABLE `visits` ADD `travel_limit` integer;--> statement-breakpoint
ALTER TABLE `visits` ADD `travel_unit` text;--> statement-breakpoint
ALTER TABLE `visits` ADD `absence_cause` text;--> statement-breakpoint
ALTER TABLE `visits` ADD `waiting_number` integer;--> statement-breakpoint
CREATE INDEX `visits_offer` ON `visits` (`offer_id`,`state`,`waiting_number`);--> statement-breakpoint
ALTER TABLE `outbox` ADD `delivery` text DEFAULT 'direct' NOT NULL;--> statement-breakpoint
ALTER TABLE `outbox` ADD `notice_kind` text;--> statement-breakpoint
ALTER TABLE `outbox` ADD `url` text;--> statement-breakpoint
CREATE INDEX `outbox_digest` ON `outbox` (`delivery`,`sent_at`,`to_email`);--> statement-breakpoint
ALTER TABLE `answer_revisions` ADD `consent` text;--> statement-breakpoint
ALTER TABLE `answers` ADD `consent` text;--> statement-breakpoint
ALTER TABLE `items` ADD `comparability` text;--> statement-breakpoint
ALTER TABLE `responses` ADD `consent` text;--> statement-breakpoint
CREATE INDEX `responses_signed` ON `responses` (`round_id`,`signed_at`);--> statement-breakpoint
ALTER TABLE `visit_events` ADD `is_untold` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `visit_events_untold` ON `visit_events` (`at`) WHERE is_untold = 1;--> statement-breakpoint
ALTER TABLE `visit_offers` ADD `access` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `visit_offers` ADD `parking` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `visit_offers` ADD `diet` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `visit_offers` ADD `safety` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `visit_offers` ADD `no_photos` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `visit_offers` ADD `language` text DEFAULT 'dutch' NOT NULL;--> statement-breakpoint
ALTER TABLE `visit_offers` ADD `seats_min` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `visit_offers` ADD `needs_approval` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `visit_offers` ADD `apply_before` integer;--> statement-breakpoint
ALTER TABLE `visit_offers` ADD `goes_ahead_at` integer;--> statement-breakpoint
ALTER TABLE `visit_offers` ADD `minimum_asked_at` integer;--> statement-breakpoint
ALTER TABLE `visit_offers` ADD `series_id` text;--> statement-breakpoint
ALTER TABLE `visit_offers` ADD `is_public` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `visit_offers_series` ON `visit_offers` (`series_id`);--> statement-breakpoint
CREATE INDEX `members_name` ON `members` (`name`);