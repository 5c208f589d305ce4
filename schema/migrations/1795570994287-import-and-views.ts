import type { MigrationInterface, QueryRunner } from "typeorm";

const STATEMENTS = {
  sqlite: {
    up: [
      'CREATE TABLE "job" ("id" integer PRIMARY KEY NOT NULL, "person_id" integer NOT NULL, "kind" varchar(40) NOT NULL, "title" varchar(300) NOT NULL, "state" varchar(20) NOT NULL, "done" integer NOT NULL, "total" integer, "is_cancelled" integer NOT NULL, "started_at" varchar(24) NOT NULL, "beat_at" varchar(24) NOT NULL, "ended_at" varchar(24), "outcome" text, CONSTRAINT "fk_job__person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION)',
      'CREATE INDEX "ix_job__person" ON "job" ("person_id") ',
      'CREATE TABLE "job_row" ("job_id" integer NOT NULL, "line" integer NOT NULL, "action" varchar(10) NOT NULL, "body" text NOT NULL, CONSTRAINT "fk_job_row__job" FOREIGN KEY ("job_id") REFERENCES "job" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, PRIMARY KEY ("job_id", "line"))',
      'CREATE INDEX "ix_job_row__action" ON "job_row" ("job_id", "action", "line") ',
      'CREATE TABLE "saved_view" ("id" integer PRIMARY KEY NOT NULL, "version" integer NOT NULL, "person_id" integer NOT NULL, "grid" varchar(100) NOT NULL, "name" varchar(100) NOT NULL, "is_shared" integer NOT NULL, "body" text NOT NULL, "changed_at" varchar(24) NOT NULL, CONSTRAINT "fk_saved_view__person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION)',
      'CREATE INDEX "ix_saved_view__grid" ON "saved_view" ("grid") ',
      'CREATE UNIQUE INDEX "uq_saved_view__name" ON "saved_view" ("person_id", "grid", "name") ',
      'ALTER TABLE "token" ADD "may_change" integer',
      'ALTER TABLE "change_row" ADD "changed_fields" text',
      // History from before: its images hold the fields that changed.
      `UPDATE "change_row" SET "changed_fields" = (SELECT json_group_array(key) FROM (SELECT key FROM json_each(coalesce("before", '{}')) UNION SELECT key FROM json_each(coalesce("after", '{}')) ORDER BY key))`,
    ],
    down: [
      'ALTER TABLE "change_row" DROP COLUMN "changed_fields"',
      'ALTER TABLE "token" DROP COLUMN "may_change"',
      'DROP TABLE "saved_view"',
      'DROP TABLE "job_row"',
      'DROP TABLE "job"',
    ],
  },
  mariadb: {
    up: [
      'CREATE TABLE `job` (`id` bigint NOT NULL, `person_id` bigint NOT NULL, `kind` varchar(40) CHARACTER SET "utf8mb4" COLLATE "utf8mb4_nopad_bin" NOT NULL, `title` varchar(300) CHARACTER SET "utf8mb4" COLLATE "utf8mb4_nopad_bin" NOT NULL, `state` varchar(20) CHARACTER SET "utf8mb4" COLLATE "utf8mb4_nopad_bin" NOT NULL, `done` int NOT NULL, `total` int NULL, `is_cancelled` tinyint NOT NULL, `started_at` varchar(24) CHARACTER SET "utf8mb4" COLLATE "utf8mb4_nopad_bin" NOT NULL, `beat_at` varchar(24) CHARACTER SET "utf8mb4" COLLATE "utf8mb4_nopad_bin" NOT NULL, `ended_at` varchar(24) CHARACTER SET "utf8mb4" COLLATE "utf8mb4_nopad_bin" NULL, `outcome` mediumtext CHARACTER SET "utf8mb4" COLLATE "utf8mb4_nopad_bin" NULL, INDEX `ix_job__person` (`person_id`), PRIMARY KEY (`id`)) ENGINE=InnoDB',
      'CREATE TABLE `job_row` (`job_id` bigint NOT NULL, `line` int NOT NULL, `action` varchar(10) CHARACTER SET "utf8mb4" COLLATE "utf8mb4_nopad_bin" NOT NULL, `body` mediumtext CHARACTER SET "utf8mb4" COLLATE "utf8mb4_nopad_bin" NOT NULL, INDEX `ix_job_row__action` (`job_id`, `action`, `line`), PRIMARY KEY (`job_id`, `line`)) ENGINE=InnoDB',
      'CREATE TABLE `saved_view` (`id` bigint NOT NULL, `version` int NOT NULL, `person_id` bigint NOT NULL, `grid` varchar(100) CHARACTER SET "utf8mb4" COLLATE "utf8mb4_nopad_bin" NOT NULL, `name` varchar(100) CHARACTER SET "utf8mb4" COLLATE "utf8mb4_nopad_bin" NOT NULL, `is_shared` tinyint NOT NULL, `body` mediumtext CHARACTER SET "utf8mb4" COLLATE "utf8mb4_nopad_bin" NOT NULL, `changed_at` varchar(24) CHARACTER SET "utf8mb4" COLLATE "utf8mb4_nopad_bin" NOT NULL, INDEX `ix_saved_view__grid` (`grid`), UNIQUE INDEX `uq_saved_view__name` (`person_id`, `grid`, `name`), PRIMARY KEY (`id`)) ENGINE=InnoDB',
      "ALTER TABLE `token` ADD `may_change` tinyint NULL",
      'ALTER TABLE `change_row` ADD `changed_fields` mediumtext CHARACTER SET "utf8mb4" COLLATE "utf8mb4_nopad_bin" NULL',
      // History from before: its images hold the fields that changed.
      "UPDATE `change_row` SET `changed_fields` = COALESCE((SELECT CONCAT('[', GROUP_CONCAT(JSON_QUOTE(k.name) ORDER BY k.name), ']') FROM JSON_TABLE(JSON_KEYS(JSON_MERGE_PRESERVE(COALESCE(`before`, '{}'), COALESCE(`after`, '{}'))), '$[*]' COLUMNS (name VARCHAR(60) PATH '$')) k), '[]')",
      "ALTER TABLE `job` ADD CONSTRAINT `fk_job__person` FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON DELETE RESTRICT ON UPDATE NO ACTION",
      "ALTER TABLE `job_row` ADD CONSTRAINT `fk_job_row__job` FOREIGN KEY (`job_id`) REFERENCES `job`(`id`) ON DELETE RESTRICT ON UPDATE NO ACTION",
      "ALTER TABLE `saved_view` ADD CONSTRAINT `fk_saved_view__person` FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON DELETE RESTRICT ON UPDATE NO ACTION",
    ],
    down: [
      "ALTER TABLE `saved_view` DROP FOREIGN KEY `fk_saved_view__person`",
      "ALTER TABLE `job_row` DROP FOREIGN KEY `fk_job_row__job`",
      "ALTER TABLE `job` DROP FOREIGN KEY `fk_job__person`",
      "ALTER TABLE `change_row` DROP COLUMN `changed_fields`",
      "ALTER TABLE `token` DROP COLUMN `may_change`",
      "DROP INDEX `uq_saved_view__name` ON `saved_view`",
      "DROP INDEX `ix_saved_view__grid` ON `saved_view`",
      "DROP TABLE `saved_view`",
      "DROP INDEX `ix_job_row__action` ON `job_row`",
      "DROP TABLE `job_row`",
      "DROP INDEX `ix_job__person` ON `job`",
      "DROP TABLE `job`",
    ],
  },
};

export class ImportAndViews1795570994287 implements MigrationInterface {
  name = "ImportAndViews1795570994287";

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statementsFor(runner).up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of statementsFor(runner).down) await runner.query(statement);
  }
}

const statementsFor = (runner: QueryRunner) =>
  runner.connection.options.type === "better-sqlite3" ? STATEMENTS.sqlite : STATEMENTS.mariadb;
