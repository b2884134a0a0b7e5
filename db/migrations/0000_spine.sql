CREATE TABLE `association` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`contact_email` text NOT NULL,
	`contact_phone` text NOT NULL,
	`is_demo` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "association_is_one_row" CHECK("association"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE `association_roles` (
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`granted_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `role`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `audit_entries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`person_id` text,
	`member_id` text,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `audit_entries_at` ON `audit_entries` (`at`);--> statement-breakpoint
CREATE INDEX `audit_entries_person` ON `audit_entries` (`person_id`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`person_id` text NOT NULL,
	`member_id` text NOT NULL,
	`role` text NOT NULL,
	`granted_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `member_id`, `role`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `memberships_member` ON `memberships` (`member_id`,`role`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`to_email` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`html` text NOT NULL,
	`calendar` text,
	`calendar_method` text,
	`created_at` integer NOT NULL,
	`due_at` integer NOT NULL,
	`claimed_until` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`sent_at` integer,
	`failed_at` integer,
	`last_error` text
);
--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`sent_at`,`due_at`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`member_id` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE INDEX `sessions_expires` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `sign_in_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`person_id` text,
	`code_hash` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sign_in_codes_email` ON `sign_in_codes` (`email`,`created_at`);--> statement-breakpoint
CREATE TABLE `codebooks` (
	`id` text PRIMARY KEY NOT NULL,
	`concept` text NOT NULL,
	`title` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `codebooks_concept` ON `codebooks` (`concept`);--> statement-breakpoint
CREATE TABLE `codings` (
	`id` text PRIMARY KEY NOT NULL,
	`response_id` text NOT NULL,
	`item_id` text NOT NULL,
	`theme_id` text NOT NULL,
	`coded_by` text,
	`coded_at` integer NOT NULL,
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`theme_id`) REFERENCES `themes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`coded_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `codings_item` ON `codings` (`item_id`,`theme_id`);--> statement-breakpoint
CREATE INDEX `codings_response` ON `codings` (`response_id`);--> statement-breakpoint
CREATE TABLE `themes` (
	`id` text PRIMARY KEY NOT NULL,
	`codebook_id` text NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`definition` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`codebook_id`) REFERENCES `codebooks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `themes_slug` ON `themes` (`codebook_id`,`slug`);--> statement-breakpoint
CREATE TABLE `choices` (
	`list` text NOT NULL,
	`code` text NOT NULL,
	`label` text NOT NULL,
	`synonyms` text DEFAULT '' NOT NULL,
	`position` integer NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text,
	PRIMARY KEY(`list`, `code`)
);
--> statement-breakpoint
CREATE TABLE `member_municipalities` (
	`member_id` text NOT NULL,
	`code` text NOT NULL,
	PRIMARY KEY(`member_id`, `code`),
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`code`) REFERENCES `municipalities`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `member_municipalities_code` ON `member_municipalities` (`code`);--> statement-breakpoint
CREATE TABLE `members` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`search_key` text NOT NULL,
	`website` text,
	`contact_email` text,
	`contact_phone` text,
	`joined_on` text NOT NULL,
	`left_on` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `members_slug` ON `members` (`slug`);--> statement-breakpoint
CREATE TABLE `municipalities` (
	`code` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`official_name` text NOT NULL,
	`search_key` text NOT NULL,
	`province` text NOT NULL,
	`municipality_class` text NOT NULL,
	`latitude` real NOT NULL,
	`longitude` real NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text,
	`successor_code` text
);
--> statement-breakpoint
CREATE TABLE `municipality_inhabitants` (
	`code` text NOT NULL,
	`reference_on` text NOT NULL,
	`inhabitants` integer NOT NULL,
	PRIMARY KEY(`code`, `reference_on`),
	FOREIGN KEY (`code`) REFERENCES `municipalities`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `profile_values` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`field` text NOT NULL,
	`state` text NOT NULL,
	`value` text,
	`reference_on` text NOT NULL,
	`source` text NOT NULL,
	`said_by` text,
	`said_at` integer NOT NULL,
	`superseded_at` integer,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`said_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `profile_values_current` ON `profile_values` (`member_id`,`field`) WHERE superseded_at is null;--> statement-breakpoint
CREATE INDEX `profile_values_history` ON `profile_values` (`member_id`,`field`,`said_at`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`phone` text,
	`demo_key` text,
	`created_at` integer NOT NULL,
	`removed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_email` ON `people` (`email`) WHERE removed_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX `people_demo_key` ON `people` (`demo_key`);--> statement-breakpoint
CREATE TABLE `answer_revisions` (
	`response_id` text NOT NULL,
	`item_id` text NOT NULL,
	`revision` integer NOT NULL,
	`state` text NOT NULL,
	`value` text,
	`explanation` text DEFAULT '' NOT NULL,
	`source` text NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_by` text,
	PRIMARY KEY(`response_id`, `item_id`, `revision`),
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`saved_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `answers` (
	`response_id` text NOT NULL,
	`item_id` text NOT NULL,
	`revision` integer NOT NULL,
	`state` text NOT NULL,
	`value` text,
	`explanation` text DEFAULT '' NOT NULL,
	`source` text NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_by` text,
	PRIMARY KEY(`response_id`, `item_id`),
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`saved_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `answers_item` ON `answers` (`item_id`);--> statement-breakpoint
CREATE TABLE `items` (
	`id` text PRIMARY KEY NOT NULL,
	`section_id` text NOT NULL,
	`questionnaire_id` text NOT NULL,
	`concept` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`stem` text DEFAULT '' NOT NULL,
	`wording` text NOT NULL,
	`short_name` text NOT NULL,
	`help` text DEFAULT '' NOT NULL,
	`purpose` text NOT NULL,
	`use` text NOT NULL,
	`unit` text,
	`choice_list` text,
	`allows_other` integer DEFAULT false NOT NULL,
	`allows_explanation` integer DEFAULT false NOT NULL,
	`profile_field` text,
	`audience` text NOT NULL,
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`questionnaire_id`) REFERENCES `questionnaires`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `items_concept` ON `items` (`questionnaire_id`,`concept`);--> statement-breakpoint
CREATE INDEX `items_section` ON `items` (`section_id`,`position`);--> statement-breakpoint
CREATE TABLE `questionnaires` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `responses` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`member_id` text NOT NULL,
	`sequence` integer DEFAULT 1 NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`state` text NOT NULL,
	`started_at` integer NOT NULL,
	`started_by` text,
	`ready_at` integer,
	`ready_by` text,
	`signed_at` integer,
	`signed_by` text,
	`reference` text,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`started_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ready_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`signed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `responses_version` ON `responses` (`round_id`,`member_id`,`sequence`,`version`);--> statement-breakpoint
CREATE UNIQUE INDEX `responses_one_open` ON `responses` (`round_id`,`member_id`,`sequence`) WHERE state in ('in_progress', 'ready');--> statement-breakpoint
CREATE UNIQUE INDEX `responses_one_signed` ON `responses` (`round_id`,`member_id`,`sequence`) WHERE state = 'signed';--> statement-breakpoint
CREATE INDEX `responses_member` ON `responses` (`member_id`,`round_id`);--> statement-breakpoint
CREATE TABLE `rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`questionnaire_id` text NOT NULL,
	`year` integer NOT NULL,
	`state` text NOT NULL,
	`reference_on` text NOT NULL,
	`opens_on` text NOT NULL,
	`closes_on` text NOT NULL,
	`accepts_late` integer DEFAULT false NOT NULL,
	`published_on` text,
	FOREIGN KEY (`questionnaire_id`) REFERENCES `questionnaires`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rounds_year` ON `rounds` (`year`);--> statement-breakpoint
CREATE TABLE `section_completions` (
	`response_id` text NOT NULL,
	`section_id` text NOT NULL,
	`completed_at` integer NOT NULL,
	`completed_by` text,
	PRIMARY KEY(`response_id`, `section_id`),
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`completed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `sections` (
	`id` text PRIMARY KEY NOT NULL,
	`questionnaire_id` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`intro` text DEFAULT '' NOT NULL,
	`minutes` integer NOT NULL,
	FOREIGN KEY (`questionnaire_id`) REFERENCES `questionnaires`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sections_position` ON `sections` (`questionnaire_id`,`position`);--> statement-breakpoint
CREATE TABLE `offer_themes` (
	`offer_id` text NOT NULL,
	`theme_id` text NOT NULL,
	PRIMARY KEY(`offer_id`, `theme_id`),
	FOREIGN KEY (`offer_id`) REFERENCES `visit_offers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`theme_id`) REFERENCES `themes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `offer_themes_theme` ON `offer_themes` (`theme_id`);--> statement-breakpoint
CREATE TABLE `visit_events` (
	`visit_id` text NOT NULL,
	`revision` integer NOT NULL,
	`state` text NOT NULL,
	`at` integer NOT NULL,
	`person_id` text,
	`note` text DEFAULT '' NOT NULL,
	`starts_at` integer,
	`ends_at` integer,
	PRIMARY KEY(`visit_id`, `revision`),
	FOREIGN KEY (`visit_id`) REFERENCES `visits`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `visit_offers` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`title` text NOT NULL,
	`format` text NOT NULL,
	`what_you_see` text NOT NULL,
	`for_whom` text NOT NULL,
	`practical` text DEFAULT '' NOT NULL,
	`location` text DEFAULT '' NOT NULL,
	`seats` integer NOT NULL,
	`starts_at` integer,
	`ends_at` integer,
	`state` text NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `visit_offers_member` ON `visit_offers` (`member_id`);--> statement-breakpoint
CREATE INDEX `visit_offers_state` ON `visit_offers` (`state`,`starts_at`);--> statement-breakpoint
CREATE TABLE `visits` (
	`id` text PRIMARY KEY NOT NULL,
	`guest_member_id` text NOT NULL,
	`guest_person_id` text,
	`host_member_id` text,
	`host_person_id` text,
	`offer_id` text,
	`theme_id` text NOT NULL,
	`learning_question` text NOT NULL,
	`what_we_bring` text DEFAULT '' NOT NULL,
	`period` text DEFAULT '' NOT NULL,
	`seats` integer NOT NULL,
	`starts_at` integer,
	`ends_at` integer,
	`location` text DEFAULT '' NOT NULL,
	`state` text NOT NULL,
	`reason` text DEFAULT '' NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`calendar_sequence` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`guest_member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`guest_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`host_member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`host_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`offer_id`) REFERENCES `visit_offers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`theme_id`) REFERENCES `themes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `visits_guest` ON `visits` (`guest_member_id`,`state`);--> statement-breakpoint
CREATE INDEX `visits_host` ON `visits` (`host_member_id`,`state`);--> statement-breakpoint
CREATE INDEX `visits_offer` ON `visits` (`offer_id`,`state`);--> statement-breakpoint
CREATE INDEX `visits_theme` ON `visits` (`theme_id`,`state`);