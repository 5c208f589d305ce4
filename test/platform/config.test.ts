import { ConfigError, DEFAULT_DATABASE, DEMO_WORKING_DATE, readConfig } from "../../server/config";

const problems = (env: Record<string, string>): string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
};

test("with nothing set the demo runs on this machine alone", () => {
  expect(readConfig({})).toEqual({
    host: "127.0.0.1",
    port: 4000,
    databaseUrl: DEFAULT_DATABASE,
    seed: "demo",
    admin: null,
    workingDate: DEMO_WORKING_DATE,
    isProduction: false,
  });
});

test("production has no demo unless somebody insists, and then it does not start", () => {
  expect(readConfig({ NODE_ENV: "production" })).toMatchObject({ seed: "none", workingDate: null, isProduction: true });
  expect(problems({ NODE_ENV: "production", SEED: "demo" })).toEqual([expect.stringMatching(/^SEED: /)]);
});

test.each([
  ["HOST", "không phải máy"],
  ["HOST", "http://127.0.0.1"],
  ["PORT", "cổng"],
  ["PORT", "65536"],
  ["PORT", "-1"],
  ["PORT", "80.5"],
  ["PORT", "0x50"],
  ["PORT", " "],
  ["DATABASE_URL", "postgres://x/y"],
  ["DATABASE_URL", "sqlite:"],
  ["DATABASE_URL", "mysql://"],
  ["DATABASE_URL", "mysql://127.0.0.1"],
  ["DATABASE_URL", "mariadb://127.0.0.1/"],
  ["DATABASE_URL", "data/file.sqlite"],
  ["SEED", "full"],
  ["WORKING_DATE", "20/7/2019"],
  ["WORKING_DATE", "2019-02-30"],
  ["NODE_ENV", "prod"],
])("%s=%s stops the start and is named in both languages", (name, value) => {
  const found = problems({ [name]: value });
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(new RegExp(`^${name}: .+ / .+`));
});

test("an administrator needs an address in lower case and a password of fifteen characters, and neither is repeated", () => {
  const password = "một mật khẩu đủ dài";
  const named = (env: Record<string, string>) => problems(env).map((p) => p.split(":")[0]);
  expect(named({ ADMIN_EMAIL: "a@b.vn" })).toEqual(["ADMIN_PASSWORD"]);
  expect(named({ ADMIN_PASSWORD: password })).toEqual(["ADMIN_EMAIL"]);
  expect(named({ ADMIN_EMAIL: "A@b.vn", ADMIN_PASSWORD: password })).toEqual(["ADMIN_EMAIL"]);
  expect(named({ ADMIN_EMAIL: "a@b.vn", ADMIN_PASSWORD: "ngắn" })).toEqual(["ADMIN_PASSWORD"]);
  expect(problems({ ADMIN_EMAIL: "a@b.vn", ADMIN_PASSWORD: "bí mật" }).join()).not.toContain("bí mật");
  const read = readConfig({ ADMIN_EMAIL: "a@b.vn", ADMIN_PASSWORD: password });
  expect(read.admin).toEqual({ email: "a@b.vn", password });
});

test("all that is wrong is said at once, and a database's password is not", () => {
  const env = { PORT: "x", SEED: "y", WORKING_DATE: "z", DATABASE_URL: "postgres://me:hunter2@db/x" };
  expect(problems(env).map((p) => p.split(":")[0])).toEqual(["PORT", "DATABASE_URL", "SEED", "WORKING_DATE"]);
  expect(problems(env).join()).not.toContain("hunter2");
});

test.each([
  ["sqlite:data/x.sqlite"],
  ["sqlite:/var/lib/danh-muc/x.sqlite"],
  ["mysql://u:p@127.0.0.1:3306/danh_muc"],
  ["mariadb://u:p%40@db.internal/danh_muc"],
])("%s is a database", (url) => {
  expect(readConfig({ DATABASE_URL: url }).databaseUrl).toBe(url);
});

test("a working date is any day that exists, and none where it is empty outside the demo", () => {
  expect(readConfig({ WORKING_DATE: "2020-02-29" }).workingDate).toBe("2020-02-29");
  expect(readConfig({ SEED: "none", WORKING_DATE: "" }).workingDate).toBeNull();
});
