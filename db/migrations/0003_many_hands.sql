CREATE TABLE `import_rows` (
	`import_id` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`outcome` text NOT NULL,
	`words` text NOT NULL,
	`plan` text,
	`result` text,
	PRIMARY KEY(`import_id`, `position`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`file_name` text NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	`written_at` integer,
	`run` text,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
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
CREATE TABLE `member_municipalities_ended` (
	`member_id` text NOT NULL,
	`code` text NOT NULL,
	`since` text,
	`until` text NOT NULL,
	PRIMARY KEY(`member_id`, `code`, `until`),
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`code`) REFERENCES `municipalities`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `municipality_mergers` (
	`id` text PRIMARY KEY NOT NULL,
	`successor_code` text NOT NULL,
	`from_on` text NOT NULL,
	`decided_by` text,
	`decided_at` integer NOT NULL,
	`applied_at` integer,
	FOREIGN KEY (`successor_code`) REFERENCES `municipalities`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `municipality_parts` (
	`code` text NOT NULL,
	`part_code` text NOT NULL,
	`since` text NOT NULL,
	PRIMARY KEY(`code`, `part_code`),
	FOREIGN KEY (`code`) REFERENCES `municipalities`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`part_code`) REFERENCES `municipalities`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `municipality_parts_part` ON `municipality_parts` (`part_code`);--> statement-breakpoint
CREATE TABLE `municipality_regions` (
	`code` text NOT NULL,
	`region_id` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text,
	PRIMARY KEY(`code`, `region_id`, `valid_from`),
	FOREIGN KEY (`code`) REFERENCES `municipalities`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`region_id`) REFERENCES `regions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `municipality_regions_region` ON `municipality_regions` (`region_id`);--> statement-breakpoint
CREATE TABLE `regions` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL
);
--> statement-breakpoint
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
	`created_at` integer NOT NULL,
	`revision` integer DEFAULT 1 NOT NULL,
	`token` text DEFAULT '' NOT NULL
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
CREATE TABLE `profile_outcomes` (
	`response_id` text NOT NULL,
	`item_id` text NOT NULL,
	`outcome` text NOT NULL,
	`profile_value_id` text,
	`said_at` integer NOT NULL,
	`said_by` text,
	PRIMARY KEY(`response_id`, `item_id`),
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`profile_value_id`) REFERENCES `profile_values`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`said_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
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
CREATE TABLE `assistances` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`member_id` text NOT NULL,
	`helper_id` text NOT NULL,
	`caller` text NOT NULL,
	`consent_note` text NOT NULL,
	`started_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`helper_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `assistances_helper` ON `assistances` (`helper_id`,`ends_at`);--> statement-breakpoint
CREATE INDEX `assistances_member` ON `assistances` (`member_id`,`round_id`);--> statement-breakpoint
CREATE TABLE `response_returns` (
	`id` text PRIMARY KEY NOT NULL,
	`response_id` text NOT NULL,
	`item_id` text NOT NULL,
	`reason` text NOT NULL,
	`returned_by` text,
	`returned_at` integer NOT NULL,
	`answer_revision` integer NOT NULL,
	`remark` text DEFAULT '' NOT NULL,
	`resolved_by` text,
	`resolved_at` integer,
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`returned_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resolved_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `response_returns_response` ON `response_returns` (`response_id`);--> statement-breakpoint
ALTER TABLE `outbox` ADD `bounced_at` integer;--> statement-breakpoint
ALTER TABLE `member_municipalities` ADD `since` text;--> statement-breakpoint
ALTER TABLE `members` ADD `synonyms` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `profile_values` ADD `round_id` text;--> statement-breakpoint
ALTER TABLE `profile_values` ADD `valid_from` text;--> statement-breakpoint
ALTER TABLE `answer_revisions` ADD `origin_response_id` text;--> statement-breakpoint
ALTER TABLE `answers` ADD `origin_response_id` text;--> statement-breakpoint
ALTER TABLE `items` ADD `definition` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `items` ADD `classes` text;--> statement-breakpoint
ALTER TABLE `items` ADD `display` text DEFAULT 'list' NOT NULL;--> statement-breakpoint
ALTER TABLE `items` ADD `shown_if` text;--> statement-breakpoint
ALTER TABLE `items` ADD `withdrawn_at` integer;--> statement-breakpoint
ALTER TABLE `questionnaires` ADD `based_on_id` text;--> statement-breakpoint
ALTER TABLE `questionnaires` ADD `revision` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `responses` ADD `asked_at` integer;--> statement-breakpoint
ALTER TABLE `responses` ADD `reminded_at` integer;--> statement-breakpoint
ALTER TABLE `responses` ADD `merges_id` text;--> statement-breakpoint
ALTER TABLE `sections` ADD `shown_if` text;--> statement-breakpoint
ALTER TABLE `sections` ADD `withdrawn_at` integer;--> statement-breakpoint
ALTER TABLE `visit_events` ADD `handed_from` text REFERENCES people(id);
--> statement-breakpoint
-- The index over search_entries. Accents and capitals do not count; prefixes of two and three letters are kept apart.
CREATE VIRTUAL TABLE `search_words` USING fts5(title, words, facts, content='search_entries', content_rowid='id', tokenize='unicode61 remove_diacritics 2', prefix='2 3');
--> statement-breakpoint
CREATE TRIGGER `search_entries_added` AFTER INSERT ON `search_entries` BEGIN
	INSERT INTO search_words (rowid, title, words, facts) VALUES (new.id, new.title, new.words, new.facts);
END;
--> statement-breakpoint
CREATE TRIGGER `search_entries_removed` AFTER DELETE ON `search_entries` BEGIN
	INSERT INTO search_words (search_words, rowid, title, words, facts) VALUES ('delete', old.id, old.title, old.words, old.facts);
END;
--> statement-breakpoint
CREATE TRIGGER `search_entries_changed` AFTER UPDATE ON `search_entries`
WHEN new.title IS NOT old.title OR new.words IS NOT old.words OR new.facts IS NOT old.facts BEGIN
	INSERT INTO search_words (search_words, rowid, title, words, facts) VALUES ('delete', old.id, old.title, old.words, old.facts);
	INSERT INTO search_words (rowid, title, words, facts) VALUES (new.id, new.title, new.words, new.facts);
END;
--> statement-breakpoint
-- What a member can be found by: its names and the letters they begin with ("SWN"), its places with those that merged into them, and its facts.
CREATE VIEW `member_search` AS SELECT m.id AS ref, m.name AS title,
	m.synonyms || ' ' || (WITH RECURSIVE letters (rest, taken) AS (
		SELECT replace(replace(lower(m.name), '-', ' '), '''', ' ') || ' ', ''
		UNION ALL SELECT ltrim(substr(rest, instr(rest, ' ') + 1)), taken || substr(rest, 1, 1) FROM letters WHERE trim(rest) <> '')
		SELECT taken FROM letters WHERE trim(rest) = '') || ' ' || coalesce((
		SELECT group_concat(t.name || ' ' || t.official_name || ' ' || t.search_key || coalesce((
			SELECT ' ' || group_concat(p.search_key, ' ') FROM municipalities p WHERE p.successor_code = t.code), ''), ' ')
		FROM member_municipalities w JOIN municipalities t ON t.code = w.code WHERE w.member_id = m.id), '') AS words,
	coalesce((SELECT group_concat(c.label || ' ' || c.synonyms, ' ') FROM member_facets f
		JOIN choices c ON c.list = f.facet AND c.code = f.code WHERE f.member_id = m.id), '') || ' ' || coalesce((
		SELECT group_concat(v.value ->> '$.other', ' ') FROM profile_values v WHERE v.member_id = m.id
		AND v.field IN ('legal_form', 'process_systems', 'laws') AND v.superseded_at IS NULL), '') AS facts
FROM members m;
--> statement-breakpoint
CREATE TRIGGER `search_member_added` AFTER INSERT ON `members` BEGIN
	INSERT INTO search_entries (kind, ref, title, words, facts) SELECT 'member', ref, title, words, facts FROM member_search WHERE ref = new.id
	ON CONFLICT DO UPDATE SET title = excluded.title, words = excluded.words, facts = excluded.facts;
END;
--> statement-breakpoint
CREATE TRIGGER `search_member_changed` AFTER UPDATE OF `name`, `synonyms` ON `members` BEGIN
	UPDATE search_entries SET (title, words, facts) = (SELECT title, words, facts FROM member_search WHERE ref = new.id) WHERE kind = 'member' AND ref = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER `search_member_removed` AFTER DELETE ON `members` BEGIN
	DELETE FROM search_entries WHERE kind = 'member' AND ref = old.id;
END;
--> statement-breakpoint
CREATE TRIGGER `search_place_added` AFTER INSERT ON `member_municipalities` BEGIN
	INSERT INTO member_facets (member_id, facet, code) SELECT new.member_id, 'province', province FROM municipalities WHERE code = new.code ON CONFLICT DO NOTHING;
	UPDATE search_entries SET (title, words, facts) = (SELECT title, words, facts FROM member_search WHERE ref = new.member_id) WHERE kind = 'member' AND ref = new.member_id;
END;
--> statement-breakpoint
CREATE TRIGGER `search_place_removed` AFTER DELETE ON `member_municipalities` BEGIN
	DELETE FROM member_facets WHERE member_id = old.member_id AND facet = 'province' AND code NOT IN (
		SELECT t.province FROM member_municipalities w JOIN municipalities t ON t.code = w.code WHERE w.member_id = old.member_id);
	UPDATE search_entries SET (title, words, facts) = (SELECT title, words, facts FROM member_search WHERE ref = old.member_id) WHERE kind = 'member' AND ref = old.member_id;
END;
--> statement-breakpoint
CREATE TRIGGER `search_fact_added` AFTER INSERT ON `profile_values`
WHEN new.field IN ('legal_form', 'process_systems', 'laws') AND new.superseded_at IS NULL BEGIN
	INSERT INTO member_facets (member_id, facet, code) SELECT new.member_id, new.field, chosen.value FROM json_each(new.value, '$.choices') chosen WHERE true ON CONFLICT DO NOTHING;
	UPDATE search_entries SET (title, words, facts) = (SELECT title, words, facts FROM member_search WHERE ref = new.member_id) WHERE kind = 'member' AND ref = new.member_id;
END;
--> statement-breakpoint
CREATE TRIGGER `search_fact_changed` AFTER UPDATE OF `value`, `superseded_at` ON `profile_values`
WHEN new.field IN ('legal_form', 'process_systems', 'laws') BEGIN
	DELETE FROM member_facets WHERE member_id = new.member_id AND facet = new.field;
	INSERT INTO member_facets (member_id, facet, code) SELECT v.member_id, v.field, chosen.value FROM profile_values v, json_each(v.value, '$.choices') chosen
		WHERE v.member_id = new.member_id AND v.field = new.field AND v.superseded_at IS NULL ON CONFLICT DO NOTHING;
	UPDATE search_entries SET (title, words, facts) = (SELECT title, words, facts FROM member_search WHERE ref = new.member_id) WHERE kind = 'member' AND ref = new.member_id;
END;
--> statement-breakpoint
CREATE TRIGGER `search_fact_removed` AFTER DELETE ON `profile_values`
WHEN old.field IN ('legal_form', 'process_systems', 'laws') AND old.superseded_at IS NULL BEGIN
	DELETE FROM member_facets WHERE member_id = old.member_id AND facet = old.field;
	UPDATE search_entries SET (title, words, facts) = (SELECT title, words, facts FROM member_search WHERE ref = old.member_id) WHERE kind = 'member' AND ref = old.member_id;
END;
--> statement-breakpoint
CREATE TRIGGER `search_choice_changed` AFTER UPDATE OF `label`, `synonyms` ON `choices`
WHEN new.label IS NOT old.label OR new.synonyms IS NOT old.synonyms BEGIN
	UPDATE search_entries SET facts = (SELECT facts FROM member_search s WHERE s.ref = search_entries.ref)
	WHERE kind = 'member' AND ref IN (SELECT member_id FROM member_facets WHERE facet = new.list AND code = new.code);
END;
--> statement-breakpoint
CREATE TRIGGER `search_municipality_added` AFTER INSERT ON `municipalities` BEGIN
	INSERT INTO search_entries (kind, ref, title, words, facts) VALUES ('municipality', new.code, new.name, new.official_name || ' ' || new.search_key, '')
	ON CONFLICT DO UPDATE SET title = excluded.title, words = excluded.words;
END;
--> statement-breakpoint
-- The registry is laid over itself at every start: what stays the same must cost nothing.
CREATE TRIGGER `search_municipality_changed` AFTER UPDATE ON `municipalities`
WHEN new.name IS NOT old.name OR new.official_name IS NOT old.official_name OR new.search_key IS NOT old.search_key
	OR new.province IS NOT old.province OR new.successor_code IS NOT old.successor_code BEGIN
	UPDATE search_entries SET title = new.name, words = new.official_name || ' ' || new.search_key WHERE kind = 'municipality' AND ref = new.code;
	DELETE FROM member_facets WHERE facet = 'province' AND member_id IN (SELECT member_id FROM member_municipalities WHERE code = new.code);
	INSERT INTO member_facets (member_id, facet, code) SELECT w.member_id, 'province', t.province FROM member_municipalities w JOIN municipalities t ON t.code = w.code
		WHERE w.member_id IN (SELECT member_id FROM member_municipalities WHERE code = new.code) ON CONFLICT DO NOTHING;
	UPDATE search_entries SET words = (SELECT words FROM member_search s WHERE s.ref = search_entries.ref)
	WHERE kind = 'member' AND ref IN (SELECT member_id FROM member_municipalities WHERE code IN (new.code, new.successor_code));
END;
--> statement-breakpoint
CREATE TRIGGER `search_municipality_removed` AFTER DELETE ON `municipalities` BEGIN
	DELETE FROM search_entries WHERE kind = 'municipality' AND ref = old.code;
END;
--> statement-breakpoint
CREATE TRIGGER `search_theme_added` AFTER INSERT ON `themes` BEGIN
	INSERT INTO search_entries (kind, ref, title, words, facts) VALUES ('theme', new.id, new.name, new.definition, '')
	ON CONFLICT DO UPDATE SET title = excluded.title, words = excluded.words;
END;
--> statement-breakpoint
CREATE TRIGGER `search_theme_changed` AFTER UPDATE OF `name`, `definition` ON `themes` BEGIN
	UPDATE search_entries SET title = new.name, words = new.definition WHERE kind = 'theme' AND ref = new.id;
END;
--> statement-breakpoint
CREATE TRIGGER `search_theme_removed` AFTER DELETE ON `themes` BEGIN
	DELETE FROM search_entries WHERE kind = 'theme' AND ref = old.id;
END;
--> statement-breakpoint
-- What stood before this migration.
INSERT INTO member_facets (member_id, facet, code) SELECT DISTINCT w.member_id, 'province', t.province FROM member_municipalities w JOIN municipalities t ON t.code = w.code;
--> statement-breakpoint
INSERT INTO member_facets (member_id, facet, code) SELECT DISTINCT v.member_id, v.field, chosen.value FROM profile_values v, json_each(v.value, '$.choices') chosen
	WHERE v.field IN ('legal_form', 'process_systems', 'laws') AND v.superseded_at IS NULL;
--> statement-breakpoint
INSERT INTO search_entries (kind, ref, title, words, facts) SELECT 'municipality', code, name, official_name || ' ' || search_key, '' FROM municipalities;
--> statement-breakpoint
INSERT INTO search_entries (kind, ref, title, words, facts) SELECT 'theme', id, name, definition, '' FROM themes;
--> statement-breakpoint
INSERT INTO search_entries (kind, ref, title, words, facts) SELECT 'member', ref, title, words, facts FROM member_search;
