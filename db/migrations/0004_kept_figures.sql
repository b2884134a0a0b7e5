CREATE TABLE `set_up_tries` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`network` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `set_up_tries_network` ON `set_up_tries` (`network`,`at`);--> statement-breakpoint
CREATE TABLE `board_counts` (
	`round_id` text NOT NULL,
	`attribute` text NOT NULL,
	`value` text NOT NULL,
	`members` integer NOT NULL,
	`begun` integer NOT NULL,
	`signed` integer NOT NULL,
	PRIMARY KEY(`round_id`, `attribute`, `value`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `board_members` (
	`round_id` text NOT NULL,
	`member_id` text NOT NULL,
	`stand` text NOT NULL,
	`state` text,
	`responses` integer NOT NULL,
	`first_signed_at` integer,
	`last_signed_at` integer,
	`size_class` text,
	`part` text,
	`province` text,
	PRIMARY KEY(`round_id`, `member_id`),
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `board_members_member` ON `board_members` (`member_id`);--> statement-breakpoint
CREATE INDEX `board_members_stand` ON `board_members` (`round_id`,`stand`,`member_id`);--> statement-breakpoint
CREATE TABLE `matched_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`previous_round_id` text NOT NULL,
	`concept` text NOT NULL,
	`version` integer NOT NULL,
	`edition` integer NOT NULL,
	`previous_edition` integer NOT NULL,
	`both` integer NOT NULL,
	`joined` integer NOT NULL,
	`left` integer NOT NULL,
	`made_at` integer NOT NULL,
	`body` text NOT NULL,
	FOREIGN KEY (`round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`previous_round_id`) REFERENCES `rounds`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `matched_changes_version` ON `matched_changes` (`round_id`,`previous_round_id`,`concept`,`version`);--> statement-breakpoint
CREATE TABLE `release_supplements` (
	`release_id` text NOT NULL,
	`position` integer NOT NULL,
	`change_id` text NOT NULL,
	`body` text NOT NULL,
	PRIMARY KEY(`release_id`, `position`),
	FOREIGN KEY (`release_id`) REFERENCES `releases`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`change_id`) REFERENCES `matched_changes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `directory_counts` (
	`mark` text NOT NULL,
	`day_id` integer NOT NULL,
	`code` text NOT NULL,
	`members` integer NOT NULL,
	PRIMARY KEY(`mark`, `day_id`, `code`)
);
--> statement-breakpoint
CREATE TABLE `member_standings` (
	`day_id` integer NOT NULL,
	`member_id` text NOT NULL,
	`municipalities` integer NOT NULL,
	`inhabitants` integer NOT NULL,
	`size_class` text NOT NULL,
	`province` text NOT NULL,
	`part` text,
	PRIMARY KEY(`day_id`, `member_id`),
	FOREIGN KEY (`day_id`) REFERENCES `standing_days`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `members`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `member_standings_inhabitants` ON `member_standings` (`day_id`,`inhabitants`,`member_id`);--> statement-breakpoint
CREATE INDEX `member_standings_size` ON `member_standings` (`day_id`,`size_class`,`member_id`);--> statement-breakpoint
CREATE TABLE `standing_days` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`day` text NOT NULL,
	`counted_on` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `standing_days_day` ON `standing_days` (`kind`,`day`);--> statement-breakpoint
ALTER TABLE `sign_in_codes` ADD `network` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `sign_in_codes_network` ON `sign_in_codes` (`network`,`created_at`);--> statement-breakpoint
CREATE INDEX `member_municipalities_ended_code` ON `member_municipalities_ended` (`code`);--> statement-breakpoint
CREATE INDEX `members_joined` ON `members` (`joined_on`,`left_on`);--> statement-breakpoint
CREATE INDEX `members_left` ON `members` (`left_on`);--> statement-breakpoint
CREATE INDEX `municipalities_successor` ON `municipalities` (`successor_code`);--> statement-breakpoint
CREATE INDEX `municipality_inhabitants_counted` ON `municipality_inhabitants` (`reference_on`,`code`);
--> statement-breakpoint
-- What members are on a day (`member_standings`) follows from their municipalities, counts and mergers. Writing a
-- day and a member to this view makes that standing anew: the one definition in SQL, held equal to `division.ts`
-- by a property (members-standings.test.ts). Nobody has to remember to do so: the triggers below do.
CREATE VIEW `standings_due` AS SELECT day_id, member_id FROM member_standings;
--> statement-breakpoint
CREATE TRIGGER `standing_made` INSTEAD OF INSERT ON `standings_due` BEGIN
	DELETE FROM member_standings WHERE day_id = new.day_id AND member_id = new.member_id;
	INSERT INTO member_standings (day_id, member_id, municipalities, inhabitants, size_class, province, part)
	SELECT new.day_id, new.member_id, sum(municipalities), sum(inhabitants),
		CASE WHEN max(is_large) OR sum(inhabitants) > 80000 THEN 'large' WHEN max(is_middle) OR sum(inhabitants) >= 30000 THEN 'middle' ELSE 'small' END,
		substr(min(province), 13), substr(min(printf('%012d', 999999999999 - inhabitants) || part), 13)
	FROM (
		SELECT part, sum(municipalities) AS municipalities, sum(inhabitants) AS inhabitants, max(is_large) AS is_large, max(is_middle) AS is_middle,
			min(printf('%012d', 999999999999 - inhabitants) || province) AS province
		FROM (
			SELECT m.province, CASE WHEN m.province IN ('Groningen', 'Fryslân', 'Drenthe') THEN 'noord' WHEN m.province IN ('Overijssel', 'Gelderland', 'Flevoland') THEN 'oost'
				WHEN m.province IN ('Utrecht', 'Noord-Holland', 'Zuid-Holland', 'Zeeland') THEN 'west' WHEN m.province IN ('Noord-Brabant', 'Limburg') THEN 'zuid' END AS part,
				count(*) AS municipalities, max(m.municipality_class IN ('G4', 'G40')) AS is_large, max(m.municipality_class = 'M50') AS is_middle,
				sum(coalesce((SELECT sum(i.inhabitants) FROM municipality_inhabitants i WHERE i.reference_on = d.counted_on AND i.code IN (
					SELECT m.code UNION SELECT p.part_code FROM municipality_parts p WHERE p.code = m.code AND p.since > d.counted_on AND p.since <= d.day)), 0)) AS inhabitants
			FROM standing_days d CROSS JOIN municipalities m ON m.code IN (
				SELECT w.code FROM member_municipalities w WHERE w.member_id = new.member_id AND (d.kind = 'present' OR w.since IS NULL OR w.since <= d.day)
				UNION SELECT e.code FROM member_municipalities_ended e
					WHERE e.member_id = new.member_id AND d.kind = 'reference' AND (e.since IS NULL OR e.since <= d.day) AND e.until > d.day
				UNION SELECT p.part_code FROM member_municipalities w JOIN municipality_parts p ON p.code = w.code AND p.since > d.day
					WHERE w.member_id = new.member_id AND w.since IS NULL AND d.kind = 'reference')
			WHERE d.id = new.day_id AND (d.kind = 'present' OR (m.valid_from <= d.day AND (m.valid_to IS NULL OR m.valid_to > d.day)))
			GROUP BY m.province
		) GROUP BY part
	) HAVING count(*) > 0;
	UPDATE board_members SET (size_class, part, province) = (SELECT s.size_class, s.part, s.province FROM member_standings s WHERE s.day_id = new.day_id AND s.member_id = new.member_id)
	WHERE member_id = new.member_id AND round_id IN (SELECT r.id FROM standing_days d JOIN rounds r ON r.reference_on = d.day WHERE d.id = new.day_id AND d.kind = 'reference');
END;
--> statement-breakpoint
-- The same for all who work or worked in a municipality, also by way of what took it over, on days with that count; null: on all days.
CREATE VIEW `standings_due_in` AS SELECT code, reference_on AS counted_on FROM municipality_inhabitants;
--> statement-breakpoint
CREATE TRIGGER `standings_made_in` INSTEAD OF INSERT ON `standings_due_in` BEGIN
	INSERT INTO standings_due (day_id, member_id) SELECT d.id, w.member_id FROM standing_days d CROSS JOIN (
		SELECT member_id FROM member_municipalities WHERE code IN (SELECT new.code UNION SELECT p.code FROM municipality_parts p WHERE p.part_code = new.code)
		UNION SELECT member_id FROM member_municipalities_ended WHERE code IN (SELECT new.code UNION SELECT p.code FROM municipality_parts p WHERE p.part_code = new.code)) w
	WHERE new.counted_on IS NULL OR d.counted_on = new.counted_on;
END;
--> statement-breakpoint
CREATE TRIGGER `standing_day_added` AFTER INSERT ON `standing_days` BEGIN
	INSERT INTO standings_due (day_id, member_id) SELECT new.id, w.member_id FROM (SELECT member_id FROM member_municipalities UNION SELECT member_id FROM member_municipalities_ended) w;
END;
--> statement-breakpoint
CREATE TRIGGER `standing_day_changed` AFTER UPDATE OF `counted_on` ON `standing_days` WHEN new.counted_on IS NOT old.counted_on BEGIN
	INSERT INTO standings_due (day_id, member_id) SELECT new.id, w.member_id FROM (SELECT member_id FROM member_municipalities UNION SELECT member_id FROM member_municipalities_ended) w;
END;
--> statement-breakpoint
CREATE TRIGGER `standing_day_removed` BEFORE DELETE ON `standing_days` BEGIN
	DELETE FROM member_standings WHERE day_id = old.id;
	DELETE FROM directory_counts WHERE day_id = old.id;
END;
--> statement-breakpoint
CREATE TRIGGER `standing_place_added` AFTER INSERT ON `member_municipalities` BEGIN
	INSERT INTO standings_due (day_id, member_id) SELECT id, new.member_id FROM standing_days;
	INSERT INTO directory_counts (mark, day_id, code, members) SELECT 'municipality', 0, new.code, 1 FROM members WHERE id = new.member_id AND left_on IS NULL
	ON CONFLICT DO UPDATE SET members = members + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `standing_place_changed` AFTER UPDATE OF `since` ON `member_municipalities` WHEN new.since IS NOT old.since BEGIN
	INSERT INTO standings_due (day_id, member_id) SELECT id, new.member_id FROM standing_days;
END;
--> statement-breakpoint
CREATE TRIGGER `standing_place_removed` AFTER DELETE ON `member_municipalities` BEGIN
	INSERT INTO standings_due (day_id, member_id) SELECT id, old.member_id FROM standing_days;
	UPDATE directory_counts SET members = members - 1 WHERE mark = 'municipality' AND day_id = 0 AND code = old.code
		AND EXISTS (SELECT 1 FROM members WHERE id = old.member_id AND left_on IS NULL);
END;
--> statement-breakpoint
CREATE TRIGGER `standing_ended_added` AFTER INSERT ON `member_municipalities_ended` BEGIN
	INSERT INTO standings_due (day_id, member_id) SELECT id, new.member_id FROM standing_days;
END;
--> statement-breakpoint
CREATE TRIGGER `standing_ended_removed` AFTER DELETE ON `member_municipalities_ended` BEGIN
	INSERT INTO standings_due (day_id, member_id) SELECT id, old.member_id FROM standing_days;
END;
--> statement-breakpoint
-- Of a new date the first row counts for everybody, because the date before it no longer does.
CREATE TRIGGER `standing_count_added` AFTER INSERT ON `municipality_inhabitants` BEGIN
	INSERT INTO standing_days (kind, day, counted_on) VALUES ('present', new.reference_on, new.reference_on) ON CONFLICT DO NOTHING;
	UPDATE standing_days SET counted_on = new.reference_on WHERE day >= new.reference_on AND coalesce(counted_on, '') < new.reference_on;
	INSERT INTO standings_due_in (code, counted_on) VALUES (new.code, new.reference_on);
END;
--> statement-breakpoint
CREATE TRIGGER `standing_count_changed` AFTER UPDATE OF `inhabitants` ON `municipality_inhabitants` WHEN new.inhabitants IS NOT old.inhabitants BEGIN
	INSERT INTO standings_due_in (code, counted_on) VALUES (new.code, new.reference_on);
END;
--> statement-breakpoint
CREATE TRIGGER `standing_count_removed` AFTER DELETE ON `municipality_inhabitants` BEGIN
	UPDATE standing_days SET counted_on = (SELECT max(reference_on) FROM municipality_inhabitants WHERE reference_on <= day)
	WHERE counted_on = old.reference_on AND NOT EXISTS (SELECT 1 FROM municipality_inhabitants WHERE reference_on = old.reference_on);
	INSERT INTO standings_due_in (code, counted_on) VALUES (old.code, old.reference_on);
END;
--> statement-breakpoint
CREATE TRIGGER `standing_part_added` AFTER INSERT ON `municipality_parts` BEGIN
	INSERT INTO standing_days (kind, day, counted_on) VALUES ('present', new.since, (SELECT max(reference_on) FROM municipality_inhabitants WHERE reference_on <= new.since)) ON CONFLICT DO NOTHING;
	INSERT INTO standings_due_in (code, counted_on) VALUES (new.code, NULL), (new.part_code, NULL);
END;
--> statement-breakpoint
CREATE TRIGGER `standing_part_removed` AFTER DELETE ON `municipality_parts` BEGIN
	INSERT INTO standings_due_in (code, counted_on) VALUES (old.code, NULL), (old.part_code, NULL);
END;
--> statement-breakpoint
-- The registry is laid over itself at every start: what stays the same must cost nothing.
CREATE TRIGGER `standing_municipality_changed` AFTER UPDATE ON `municipalities`
WHEN new.valid_from IS NOT old.valid_from OR new.valid_to IS NOT old.valid_to OR new.municipality_class IS NOT old.municipality_class OR new.province IS NOT old.province BEGIN
	INSERT INTO standings_due_in (code, counted_on) VALUES (new.code, NULL);
END;
--> statement-breakpoint
-- How many members have each mark: those that did not leave.
CREATE VIEW `member_marks` AS SELECT id AS member_id, 'all' AS mark, 0 AS day_id, '' AS code FROM members
	UNION ALL SELECT member_id, facet, 0, code FROM member_facets UNION ALL SELECT member_id, 'municipality', 0, code FROM member_municipalities
	UNION ALL SELECT s.member_id, 'size_class', s.day_id, s.size_class FROM member_standings s JOIN standing_days d ON d.id = s.day_id AND d.kind = 'present';
--> statement-breakpoint
CREATE TRIGGER `directory_facet_added` AFTER INSERT ON `member_facets` BEGIN
	INSERT INTO directory_counts (mark, day_id, code, members) SELECT new.facet, 0, new.code, 1 FROM members WHERE id = new.member_id AND left_on IS NULL
	ON CONFLICT DO UPDATE SET members = members + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `directory_facet_removed` AFTER DELETE ON `member_facets` BEGIN
	UPDATE directory_counts SET members = members - 1 WHERE mark = old.facet AND day_id = 0 AND code = old.code
		AND EXISTS (SELECT 1 FROM members WHERE id = old.member_id AND left_on IS NULL);
END;
--> statement-breakpoint
CREATE TRIGGER `directory_size_added` AFTER INSERT ON `member_standings` BEGIN
	INSERT INTO directory_counts (mark, day_id, code, members) SELECT 'size_class', new.day_id, new.size_class, 1 FROM members m JOIN standing_days d ON d.id = new.day_id AND d.kind = 'present'
	WHERE m.id = new.member_id AND m.left_on IS NULL ON CONFLICT DO UPDATE SET members = members + 1;
END;
--> statement-breakpoint
CREATE TRIGGER `directory_size_removed` AFTER DELETE ON `member_standings` BEGIN
	UPDATE directory_counts SET members = members - 1 WHERE mark = 'size_class' AND day_id = old.day_id AND code = old.size_class
		AND EXISTS (SELECT 1 FROM members WHERE id = old.member_id AND left_on IS NULL);
END;
--> statement-breakpoint
CREATE TRIGGER `directory_member_added` AFTER INSERT ON `members` BEGIN
	INSERT INTO directory_counts (mark, day_id, code, members) SELECT 'all', 0, '', 1 WHERE new.left_on IS NULL ON CONFLICT DO UPDATE SET members = members + 1;
	INSERT INTO board_due (round_id, member_id) SELECT id, new.id FROM rounds;
END;
--> statement-breakpoint
CREATE TRIGGER `directory_member_changed` AFTER UPDATE OF `joined_on`, `left_on` ON `members` WHEN new.joined_on IS NOT old.joined_on OR new.left_on IS NOT old.left_on BEGIN
	INSERT INTO directory_counts (mark, day_id, code, members) SELECT mark, day_id, code, (new.left_on IS NULL) - (old.left_on IS NULL) FROM member_marks
	WHERE member_id = new.id AND (new.left_on IS NULL) <> (old.left_on IS NULL) ON CONFLICT DO UPDATE SET members = members + excluded.members;
	INSERT INTO board_due (round_id, member_id) SELECT id, new.id FROM rounds;
END;
--> statement-breakpoint
CREATE TRIGGER `directory_member_removed` BEFORE DELETE ON `members` BEGIN
	UPDATE directory_counts SET members = members - 1 WHERE mark = 'all' AND old.left_on IS NULL;
	DELETE FROM board_members WHERE member_id = old.id;
END;
--> statement-breakpoint
-- The response board, in the same way: writing a round and a member here makes that line anew.
CREATE VIEW `board_due` AS SELECT round_id, member_id FROM board_members;
--> statement-breakpoint
CREATE TRIGGER `board_made` INSTEAD OF INSERT ON `board_due` BEGIN
	DELETE FROM board_members WHERE round_id = new.round_id AND member_id = new.member_id;
	INSERT INTO board_members (round_id, member_id, stand, state, responses, first_signed_at, last_signed_at, size_class, part, province)
	SELECT a.id, m.id, CASE WHEN s.last_at IS NOT NULL THEN 'signed' WHEN s.state IN ('in_progress', 'ready') THEN s.state ELSE 'not_begun' END,
		s.state, coalesce(s.responses, 0), s.first_at, s.last_at, t.size_class, t.part, t.province
	FROM rounds a JOIN members m ON m.id = new.member_id AND m.joined_on <= a.closes_on AND (m.left_on IS NULL OR m.left_on > a.reference_on)
	LEFT JOIN (SELECT (SELECT state FROM responses WHERE round_id = new.round_id AND member_id = new.member_id ORDER BY state = 'superseded', sequence DESC, version DESC LIMIT 1) AS state,
		count(DISTINCT sequence) AS responses, min(signed_at) AS first_at, max(signed_at) AS last_at
		FROM responses WHERE round_id = new.round_id AND member_id = new.member_id) s ON true
	LEFT JOIN standing_days d ON d.kind = 'reference' AND d.day = a.reference_on
	LEFT JOIN member_standings t ON t.day_id = d.id AND t.member_id = m.id
	WHERE a.id = new.round_id;
END;
--> statement-breakpoint
-- Writing a line with 1 or -1 adds it to the counts of the board, or takes it away.
CREATE VIEW `board_moves` AS SELECT *, 1 AS step FROM board_members;
--> statement-breakpoint
CREATE TRIGGER `board_moved` INSTEAD OF INSERT ON `board_moves` BEGIN
	INSERT INTO board_counts (round_id, attribute, value, members, begun, signed)
	SELECT new.round_id, a.attribute, a.value, new.step, new.step * (new.state IS NOT NULL), new.step * (new.stand = 'signed') FROM (
		SELECT 'stand' AS attribute, new.stand AS value UNION ALL SELECT 'grootte', coalesce(new.size_class, '') UNION ALL SELECT 'landsdeel', coalesce(new.part, '')
		UNION ALL SELECT 'provincie', coalesce(new.province, '') UNION ALL SELECT 'twice', '' WHERE new.responses > 1
		UNION ALL SELECT 'hour', CAST(new.first_signed_at / 3600000 * 3600000 AS TEXT) WHERE new.first_signed_at IS NOT NULL) a WHERE true
	ON CONFLICT DO UPDATE SET members = members + excluded.members, begun = begun + excluded.begun, signed = signed + excluded.signed;
END;
--> statement-breakpoint
CREATE TRIGGER `board_member_added` AFTER INSERT ON `board_members` BEGIN
	INSERT INTO board_moves (round_id, stand, state, responses, first_signed_at, size_class, part, province, step)
	VALUES (new.round_id, new.stand, new.state, new.responses, new.first_signed_at, new.size_class, new.part, new.province, 1);
END;
--> statement-breakpoint
CREATE TRIGGER `board_member_removed` AFTER DELETE ON `board_members` BEGIN
	INSERT INTO board_moves (round_id, stand, state, responses, first_signed_at, size_class, part, province, step)
	VALUES (old.round_id, old.stand, old.state, old.responses, old.first_signed_at, old.size_class, old.part, old.province, -1);
END;
--> statement-breakpoint
CREATE TRIGGER `board_member_changed` AFTER UPDATE ON `board_members`
WHEN new.size_class IS NOT old.size_class OR new.part IS NOT old.part OR new.province IS NOT old.province BEGIN
	INSERT INTO board_moves (round_id, stand, state, responses, first_signed_at, size_class, part, province, step)
	VALUES (old.round_id, old.stand, old.state, old.responses, old.first_signed_at, old.size_class, old.part, old.province, -1),
		(new.round_id, new.stand, new.state, new.responses, new.first_signed_at, new.size_class, new.part, new.province, 1);
END;
--> statement-breakpoint
CREATE TRIGGER `board_response_added` AFTER INSERT ON `responses` BEGIN
	INSERT INTO board_due (round_id, member_id) VALUES (new.round_id, new.member_id);
END;
--> statement-breakpoint
CREATE TRIGGER `board_response_changed` AFTER UPDATE OF `state`, `signed_at`, `sequence`, `version` ON `responses`
WHEN new.state IS NOT old.state OR new.signed_at IS NOT old.signed_at OR new.sequence IS NOT old.sequence OR new.version IS NOT old.version BEGIN
	INSERT INTO board_due (round_id, member_id) VALUES (new.round_id, new.member_id);
END;
--> statement-breakpoint
CREATE TRIGGER `board_response_removed` AFTER DELETE ON `responses` BEGIN
	INSERT INTO board_due (round_id, member_id) VALUES (old.round_id, old.member_id);
END;
--> statement-breakpoint
CREATE TRIGGER `board_round_added` AFTER INSERT ON `rounds` BEGIN
	INSERT INTO standing_days (kind, day, counted_on) VALUES ('reference', new.reference_on, (SELECT max(reference_on) FROM municipality_inhabitants WHERE reference_on <= new.reference_on)) ON CONFLICT DO NOTHING;
	INSERT INTO board_due (round_id, member_id) SELECT new.id, id FROM members;
END;
--> statement-breakpoint
CREATE TRIGGER `board_round_changed` AFTER UPDATE OF `reference_on`, `closes_on` ON `rounds` WHEN new.reference_on IS NOT old.reference_on OR new.closes_on IS NOT old.closes_on BEGIN
	INSERT INTO standing_days (kind, day, counted_on) VALUES ('reference', new.reference_on, (SELECT max(reference_on) FROM municipality_inhabitants WHERE reference_on <= new.reference_on)) ON CONFLICT DO NOTHING;
	DELETE FROM standing_days WHERE kind = 'reference' AND day = old.reference_on AND NOT EXISTS (SELECT 1 FROM rounds WHERE reference_on = old.reference_on);
	INSERT INTO board_due (round_id, member_id) SELECT new.id, id FROM members;
END;
--> statement-breakpoint
CREATE TRIGGER `board_round_removed` BEFORE DELETE ON `rounds` BEGIN
	DELETE FROM board_members WHERE round_id = old.id;
	DELETE FROM board_counts WHERE round_id = old.id;
	DELETE FROM standing_days WHERE kind = 'reference' AND day = old.reference_on AND NOT EXISTS (SELECT 1 FROM rounds WHERE reference_on = old.reference_on AND id <> old.id);
END;
--> statement-breakpoint
-- What stood before this migration: counts first, for the triggers then add to them.
INSERT INTO directory_counts (mark, day_id, code, members) SELECT k.mark, k.day_id, k.code, count(*) FROM member_marks k JOIN members m ON m.id = k.member_id AND m.left_on IS NULL GROUP BY 1, 2, 3;
--> statement-breakpoint
INSERT INTO standing_days (kind, day, counted_on) SELECT kind, day, (SELECT max(i.reference_on) FROM municipality_inhabitants i WHERE i.reference_on <= day) FROM (
	SELECT 'present' AS kind, reference_on AS day FROM municipality_inhabitants UNION SELECT 'present', since FROM municipality_parts UNION SELECT 'reference', reference_on FROM rounds);
--> statement-breakpoint
INSERT INTO board_due (round_id, member_id) SELECT r.id, m.id FROM rounds r CROSS JOIN members m;
