import { parseDay } from "./platform/kinds/time";

/** The settings of a server, from the environment. */
export interface Config {
  host: string;
  port: number;
  databaseUrl: string;
  seed: "demo" | "none";
  admin: { email: string; password: string } | null;
  /** The day the product takes for today: the demo's, a test's, or none for the real one. */
  workingDate: string | null;
  isProduction: boolean;
}

export const DEFAULT_DATABASE = "sqlite:data/danh-muc.sqlite";
export const DEMO_WORKING_DATE = "2019-07-20";

/** Every setting that is wrong, one line each in both languages; the server does not start on them. */
export class ConfigError extends Error {
  constructor(readonly problems: string[]) {
    super(problems.join("\n"));
  }
}

type Environment = Record<string, string | undefined>;

/** Reads and validates the settings. Nothing is guessed: a setting that cannot be read stops the start. */
export function readConfig(env: Environment): Config {
  const problems: string[] = [];
  const wrong = (name: string, vi: string, en: string) => problems.push(`${name}: ${vi} / ${en}`);
  const isProduction = env.NODE_ENV === "production";
  if (env.NODE_ENV && !["production", "development", "test"].includes(env.NODE_ENV)) {
    wrong("NODE_ENV", "phải là production, development hoặc test", "must be production, development or test");
  }
  const port = /^\d{1,5}$/.test(env.PORT ?? "4000") ? Number(env.PORT ?? 4000) : NaN;
  if (!(port <= 65535)) wrong("PORT", "phải là số từ 0 đến 65535", "must be a number from 0 to 65535");
  const host = env.HOST ?? "127.0.0.1";
  if (!/^[\w.:-]+$/.test(host))
    wrong("HOST", "phải là tên máy hoặc địa chỉ IP", "must be a host name or an IP address");
  const databaseUrl = readDatabaseUrl(env.DATABASE_URL ?? DEFAULT_DATABASE, wrong);
  const seed = (env.SEED ?? (isProduction ? "none" : "demo")) as Config["seed"];
  if (!["demo", "none"].includes(seed)) wrong("SEED", "phải là demo hoặc none", "must be demo or none");
  if (isProduction && seed === "demo") {
    wrong(
      "SEED",
      "không nạp dữ liệu minh họa khi NODE_ENV=production: ai cũng đăng nhập được",
      "no demo data with NODE_ENV=production: anybody could sign in",
    );
  }
  const admin = readAdmin(env, wrong);
  const workingDate = readWorkingDate(env.WORKING_DATE, seed, wrong);
  if (problems.length > 0) throw new ConfigError(problems);
  return { host, port, databaseUrl, seed, admin, workingDate, isProduction };
}

type Wrong = (name: string, vi: string, en: string) => void;

function readDatabaseUrl(url: string, wrong: Wrong): string {
  if (/^sqlite:.+/.test(url)) return url;
  if (/^(mysql|mariadb):\/\//.test(url)) {
    try {
      const at = new URL(url);
      if (at.hostname && at.pathname.length > 1) return url;
    } catch {
      // said below
    }
    wrong("DATABASE_URL", "thiếu máy chủ hoặc tên cơ sở dữ liệu", "lacks the host or the database's name");
    return url;
  }
  wrong(
    "DATABASE_URL",
    "phải là sqlite:ĐƯỜNG_DẪN, mysql://… hoặc mariadb://…",
    "must be sqlite:PATH, mysql://… or mariadb://…",
  );
  return url;
}

function readAdmin(env: Environment, wrong: Wrong): Config["admin"] {
  const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = env;
  if (!email && !password) return null;
  if (!email || !/^[^\s@A-Z]+@[^\s@A-Z]+$/.test(email))
    wrong("ADMIN_EMAIL", "phải là địa chỉ thư điện tử viết thường", "must be an email address in lower case");
  if (!password || [...password].length < 15)
    wrong("ADMIN_PASSWORD", "cần ít nhất 15 ký tự", "needs at least 15 characters");
  return { email: email ?? "", password: password ?? "" };
}

function readWorkingDate(given: string | undefined, seed: string, wrong: Wrong): string | null {
  if (given === undefined || given === "") return seed === "demo" ? DEMO_WORKING_DATE : null;
  const read = parseDay(given);
  if (!read.ok)
    wrong("WORKING_DATE", "phải là ngày có thật, dạng 2019-07-20", "must be a day that exists, as 2019-07-20");
  return given;
}
