import type { InjectOptions, LightMyRequestResponse } from "fastify";
import { makeApp, type App } from "../../server/app";
import type { Config } from "../../server/config";
import type { Person } from "../../server/platform/policy/policy";
import { cloneDatabase, settings, type Seed } from "./database";
import type { Engine } from "./engines";
import type { PersonKey } from "./people";

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are as free as the queries of tests
type Data = any;

export interface Reply {
  status: number;
  data: Data;
  errors?: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
}

/** Somebody who asks: signed in by a session of their own. */
export interface Asker {
  person: Person | null;
  ask(query: string, variables?: object): Promise<Reply>;
  /** Asks and expects an answer without errors. */
  data(query: string, variables?: object): Promise<Data>;
}

/** A server under test on a database of its own; requests go in without a network. */
export interface Api {
  app: App;
  /** Where its database is, for whoever opens it beside the server. */
  databaseUrl: string;
  as(key: PersonKey): Promise<Asker>;
  nobody: Asker;
  withHeaders(headers: Record<string, string>): Asker;
  inject(options: InjectOptions): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
}

export async function startApi(engine: Engine, options: { seed?: Seed; config?: Partial<Config> } = {}): Promise<Api> {
  const seed = options.seed ?? "none";
  const database = await cloneDatabase(engine, seed);
  const app = await makeApp({ ...settings(database.url, seed), ...options.config });
  const asker = (headers: Record<string, string>, person: Person | null): Asker => {
    const ask = async (query: string, variables?: object): Promise<Reply> => {
      const payload = { query, variables };
      const answer = await app.http.inject({
        method: "POST",
        url: "/graphql",
        headers: { "content-type": "application/json", ...headers },
        payload,
      });
      return { ...(answer.json() as Omit<Reply, "status">), status: answer.statusCode };
    };
    const data = async (query: string, variables?: object): Promise<Data> => {
      const reply = await ask(query, variables);
      if (reply.errors) throw new Error(JSON.stringify(reply.errors, null, 2));
      return reply.data;
    };
    return { person, ask, data };
  };
  return {
    app,
    databaseUrl: database.url,
    nobody: asker({}, null),
    withHeaders: (headers) => asker(headers, null),
    as: async (key) => {
      const { sessions } = app.services;
      const [row] = await app.database.read("SELECT id, name, roles, agency_id FROM person WHERE email = ?", [
        `${key}@test.example`,
      ]);
      const person: Person = {
        id: String(row[0]),
        name: row[1] as string,
        roles: JSON.parse(row[2] as string),
        agencyId: row[3] === null ? null : String(row[3]),
        readOnly: false,
      };
      const { secret } = await sessions.open(person);
      const name = options.config?.isProduction ? "__Host-danh_muc_session" : "danh_muc_session";
      return asker({ cookie: `${name}=${secret}` }, person);
    },
    inject: (request) => app.http.inject(request),
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}
