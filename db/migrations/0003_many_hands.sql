CREATE TABLE `handovers` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`from_person_id` text NOT NULL,
	`to_person_id` text,
	`by_person_id` text,
	`at` integer NOT NULL,
	`things` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `handovers_member` ON `handovers` (`member_id`,`at`);--> statement-breakpoint
CREATE TABLE `member_contacts` (
	`member_id` text NOT NULL,
	`role` text NOT NULL,
	`person_id` text NOT NULL,
	`since` text NOT NULL,
	`confirmed_at` integer NOT NULL,
	`asked_at` integer,
	`revision` integer DEFAULT 1 NOT NULL,
	PRIMARY KEY(`member_id`, `role`),
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `member_contacts_person` ON `member_contacts` (`person_id`);--> statement-breakpoint
CREATE INDEX `member_contacts_confirmed` ON `member_contacts` (`confirmed_at`);--> statement-breakpoint
CREATE TABLE `member_facets` (
	`member_id` text NOT NULL,
	`facet` text NOT NULL,
	`code` text NOT NULL,
	PRIMARY KEY(`member_id`, `facet`, `code`),
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `member_facets_code` ON `member_facets` (`facet`,`code`,`member_id`);--> statement-breakpoint
CREATE TABLE `search_entries` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`ref` text NOT NULL,
	`title` text NOT NULL,
	`words` text NOT NULL,
	`facts` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_entries_ref` ON `search_entries` (`kind`,`ref`);--> statement-breakpoint
CREATE TABLE `choice_lists` (
	`list` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `answer_reasons` (
	`response_id` text NOT NULL,
	`item_id` text NOT NULL,
	`rule` text NOT NULL,
	`revision` integer NOT NULL,
	`text` text NOT NULL,
	`person_id` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`response_id`, `item_id`, `rule`),
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `question_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`member_id` text NOT NULL,
	`item_id` text NOT NULL,
	`person_id` text NOT NULL,
	`text` text NOT NULL,
	`created_at` integer NOT NULL,
	`done_at` integer,
	`done_by` text,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`done_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `question_notes_item` ON `question_notes` (`round_id`,`member_id`,`item_id`);--> statement-breakpoint
CREATE INDEX `question_notes_person` ON `question_notes` (`person_id`);--> statement-breakpoint
CREATE TABLE `question_queries` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`item_id` text NOT NULL,
	`member_id` text NOT NULL,
	`person_id` text NOT NULL,
	`text` text NOT NULL,
	`asked_at` integer NOT NULL,
	`state` text NOT NULL,
	`answer` text DEFAULT '' NOT NULL,
	`quote` text DEFAULT '' NOT NULL,
	`answered_at` integer,
	`answered_by` text,
	`revision` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`answered_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `question_queries_item` ON `question_queries` (`round_id`,`item_id`,`state`);--> statement-breakpoint
CREATE INDEX `question_queries_person` ON `question_queries` (`person_id`);--> statement-breakpoint
CREATE TABLE `section_assignments` (
	`round_id` text NOT NULL,
	`member_id` text NOT NULL,
	`section_id` text NOT NULL,
	`person_id` text NOT NULL,
	`assigned_by` text,
	`assigned_at` integer NOT NULL,
	`message` text DEFAULT '' NOT NULL,
	`due_on` text,
	`reminded_at` integer,
	PRIMARY KEY(`round_id`, `member_id`, `section_id`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assigned_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `section_assignments_person` ON `section_assignments` (`person_id`,`member_id`);--> statement-breakpoint
CREATE TABLE `item_origins` (
	`item_id` text NOT NULL,
	`concept` text NOT NULL,
	PRIMARY KEY(`item_id`, `concept`),
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `preview_answers` (
	`person_id` text NOT NULL,
	`item_id` text NOT NULL,
	`state` text NOT NULL,
	`value` text,
	`explanation` text DEFAULT '' NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `item_id`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `questionnaire_revisions` (
	`questionnaire_id` text NOT NULL,
	`revision` integer NOT NULL,
	`form_id` text NOT NULL,
	`token` text NOT NULL,
	`subject_id` text,
	`before` text,
	`after` text,
	`reason` text DEFAULT '' NOT NULL,
	`changed_at` integer NOT NULL,
	`changed_by` text,
	PRIMARY KEY(`questionnaire_id`, `revision`),
	FOREIGN KEY (`questionnaire_id`) REFERENCES `questionnaires`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `questionnaire_revisions_form` ON `questionnaire_revisions` (`form_id`);--> statement-breakpoint
CREATE INDEX `questionnaire_revisions_subject` ON `questionnaire_revisions` (`subject_id`);--> statement-breakpoint
CREATE TABLE `round_extensions` (
	`round_id` text NOT NULL,
	`member_id` text NOT NULL,
	`until` text NOT NULL,
	`reason` text NOT NULL,
	`given_by` text,
	`given_at` integer NOT NULL,
	PRIMARY KEY(`round_id`, `member_id`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`given_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `round_message_recipients` (
	`message_id` text NOT NULL,
	`person_id` text NOT NULL,
	`member_id` text NOT NULL,
	`outbox_id` text NOT NULL,
	`queued_at` integer NOT NULL,
	PRIMARY KEY(`message_id`, `person_id`, `member_id`),
	FOREIGN KEY (`message_id`) REFERENCES `round_messages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `round_message_recipients_mail` ON `round_message_recipients` (`outbox_id`);--> statement-breakpoint
CREATE TABLE `round_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`scheduled_on` text NOT NULL,
	`state` text NOT NULL,
	`sent_at` integer,
	`revision` integer DEFAULT 1 NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `round_messages_round` ON `round_messages` (`round_id`);--> statement-breakpoint
CREATE INDEX `round_messages_due` ON `round_messages` (`state`,`scheduled_on`);--> statement-breakpoint
ALTER TABLE `outbox` ADD `bounced_at` integer;--> statement-breakpoint
ALTER TABLE `members` ADD `synonyms` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `items` ADD `definition` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `items` ADD `classes` text;--> statement-breakpoint
ALTER TABLE `items` ADD `display` text DEFAULT 'list' NOT NULL;--> statement-breakpoint
ALTER TABLE `items` ADD `shown_if` text;--> statement-breakpoint
ALTER TABLE `items` ADD `withdrawn_at` integer;--> statement-breakpoint
ALTER TABLE `questionnaires` ADD `based_on_id` text;--> statement-breakpoint
ALTER TABLE `questionnaires` ADD `revision` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `sections` ADD `shown_if` text;--> statement-breakpoint
ALTER TABLE `sections` ADD `withdrawn_at` integer;--> statement-breakpoint
ALTER TABLE `visit_events` ADD `handed_from` text REFERENCES people(id);