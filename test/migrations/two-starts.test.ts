import { createConnection } from "mysql2/promise";
import { makeApp } from "../../server/app";
import { settings } from "../support/database";
import { mariadbUrl } from "../support/engines";

const onMariadb = mariadbUrl ? describe : describe.skip;

onMariadb("two servers that start at once on an empty MariaDB database", () => {
  const name = `dm_starts_${process.pid}`;
  const inside = async (sql: string) => {
    const connection = await createConnection(mariadbUrl!);
    await connection.query(sql);
    await connection.end();
  };
  beforeAll(() => inside(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`));
  afterAll(() => inside(`DROP DATABASE ${name}`));

  test("migrate and seed it once", async () => {
    const apps = await Promise.all([1, 2].map(() => makeApp(settings(`${mariadbUrl}${name}`, "demo"))));
    try {
      for (const { services, database } of apps) {
        expect(services.isDemo).toBe(true);
        expect(await database.read("SELECT COUNT(*) FROM `procedure`")).toEqual([[119]]);
        expect(await database.read("SELECT COUNT(*) FROM start_lease")).toEqual([[0]]);
      }
    } finally {
      await Promise.all(apps.map((app) => app.close()));
    }
  });
});
