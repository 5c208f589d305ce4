import { migrations } from "./migrations";
import { ConfigError, readConfig } from "./config";
import { differences, mend, type Difference } from "./platform/changes/recount";
import { isMigrated } from "./platform/db/migrate";
import { open } from "./platform/db/open";
import { tablesFrom } from "./platform/db/tables";
import { makeRegistry } from "./schema";

/** Differences shown of each table: more of them say nothing more. */
const SHOWN = 100;

const MEND = "--mend";

/** A difference in one line: the key, then every figure that is kept as one number and counted as another. */
const line = ({ table, key, columns }: Difference): string =>
  `${table} (${Object.entries(key)
    .map(([column, id]) => `${column} ${id}`)
    .join(", ")}): ${columns.map(({ column, kept, counted }) => `${column} ${kept} → ${counted}`).join(", ")}`;

/**
 * `npm run recount`: recounts every roll-up from the rows and lists what differs; with `--mend` makes it right. It may run
 * beside the server. Gives the command's exit code: 1 where something differs and is left so.
 */
export async function recount(databaseUrl: string, isMending: boolean, say: (text: string) => void): Promise<number> {
  const registry = makeRegistry();
  const { database, source } = await open(databaseUrl, tablesFrom(registry), migrations);
  try {
    if (!(await isMigrated(source))) {
      say("Cơ sở dữ liệu chưa ở bước mới nhất. Hãy chạy máy chủ một lần trước.");
      say("The database is not at the latest step. Start the server once before.");
      return 1;
    }
    const found = await differences(database, registry, SHOWN);
    for (const difference of found) say(line(difference));
    if (found.length === 0) {
      say("Các bảng tổng khớp với số liệu. / The roll-ups are what the rows say.");
      return 0;
    }
    if (!isMending) {
      say(`Có sai lệch (mỗi bảng hiện tối đa ${SHOWN}). Sửa lại bằng: npm run recount -- ${MEND}`);
      say(`There are differences (at most ${SHOWN} of a table are shown). Mend them: npm run recount -- ${MEND}`);
      return 1;
    }
    const mended = await mend(database, registry);
    say(`Đã sửa ${mended} dòng. / ${mended} lines were mended.`);
    return 0;
  } finally {
    await database.close();
  }
}

async function main(given: string[]): Promise<void> {
  const unknown = given.find((word) => word !== MEND);
  if (unknown !== undefined) {
    console.error(`Không hiểu “${unknown}”. Chỉ có ${MEND}. / “${unknown}” is not known. There is only ${MEND}.`);
    process.exitCode = 2;
    return;
  }
  process.exitCode = await recount(readConfig(process.env).databaseUrl, given.includes(MEND), console.log);
}

if (require.main === module)
  main(process.argv.slice(2)).catch((error: unknown) => {
    console.error(error instanceof ConfigError ? error.problems.join("\n") : error);
    process.exitCode = 2;
  });
