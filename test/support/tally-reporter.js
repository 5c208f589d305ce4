"use strict";

const { writeFileSync } = require("node:fs");
const { closing, count } = require("./tally.js");

/** Says at the end of a run what was counted; under `npm test` it hands the figures to test/run.js, which closes. */
class TallyReporter {
  onRunComplete(_contexts, results) {
    const installed = {
      "on MariaDB": Boolean(process.env.DANH_MUC_MARIADB_URL || process.env.DANH_MUC_ENGINES === "sqlite"),
      "in Chromium": Boolean(process.env.DANH_MUC_CHROMIUM),
      "in LibreOffice": Boolean(process.env.DANH_MUC_SOFFICE),
    };
    const tally = count(results);
    if (process.env.DANH_MUC_TALLY) writeFileSync(process.env.DANH_MUC_TALLY, JSON.stringify({ tally, installed }));
    else console.log(closing(tally, { installed, requireAll: false, exitCode: 0 }).lines.join("\n"));
  }
}

module.exports = TallyReporter;
