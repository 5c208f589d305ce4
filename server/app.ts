import type { FastifyInstance } from "fastify";
import { annexRoutes } from "./decision/annex/annex.routes";
import { adminFolder } from "./installation";
import { migrations } from "./migrations";
import { Clock } from "./platform/clock";
import { ChangePath } from "./platform/changes/change-path";
import type { Database } from "./platform/db/database";
import { Ids } from "./platform/db/ids";
import { migrate, isMigrated } from "./platform/db/migrate";
import { open } from "./platform/db/open";
import { aloneAtStart } from "./platform/db/start-lease";
import { tablesFrom } from "./platform/db/tables";
import { exportRoutes } from "./platform/export/export-routes";
import { graphqlCsv } from "./platform/export/graphql-csv";
import { bindResources } from "./platform/graphql/bind";
import { makeHttp } from "./platform/http/serve";
import { importRoutes } from "./platform/import/import-routes";
import { jobRoutes } from "./platform/jobs/job-routes";
import { Jobs } from "./platform/jobs/jobs";
import { Planner } from "./platform/planner/planner";
import { hashPassword } from "./platform/session/passwords";
import { Sessions } from "./platform/session/sessions";
import { Tokens } from "./platform/session/tokens";
import type { Services } from "./platform/context";
import type { Config } from "./config";
import { makeRegistry, makeSchema } from "./schema";
import { postedListRoute } from "./catalog/posted-list.http";
import { attachmentRoutes } from "./subsidy/attachment/attachment.http";
import { subsidyPaperRoutes } from "./subsidy/paper/paper.http";
import { targetDocumentRoutes } from "./target/paper/documents.http";
import { ensureAdministrator } from "./person/administrator";
import { hasDemoPeople, seedDemo } from "./seed";

export interface App {
  services: Services;
  http: FastifyInstance;
  database: Database;
  close(): Promise<void>;
}

/** Opens the database, brings it up to date, seeds an empty one, and makes the server. It does not listen yet. */
export async function makeApp(config: Config): Promise<App> {
  const registry = makeRegistry();
  const schema = makeSchema(registry);
  const { database, source } = await open(config.databaseUrl, tablesFrom(registry), migrations);
  const clock = new Clock(config.workingDate);
  const ids = new Ids(database, { row: 200, changeSet: 20, token: 10, job: 10, saved_view: 10 });
  const sessions = new Sessions(database, clock);
  const changes = new ChangePath({
    database,
    registry,
    ids,
    today: () => clock.today(),
    now: () => clock.now(),
    hashSecret: hashPassword,
    closeOpenedBy: (tx, _people, personIds, isDeleted) => sessions.closeAllOf(tx, personIds, isDeleted),
  });
  await aloneAtStart(source, async () => {
    await migrate(source);
    if (config.seed === "demo") await seedDemo({ database, clock, registry, changes });
    if (config.admin) await ensureAdministrator(database, changes, registry, config.admin);
  });
  const services: Services = {
    database,
    ids,
    registry,
    planner: new Planner(schema, registry),
    changes,
    jobs: new Jobs(database, ids, clock),
    sessions,
    tokens: new Tokens(database, ids, clock),
    clock,
    isDemo: config.seed === "demo" && (await hasDemoPeople(database)),
  };
  bindResources(schema, registry);
  const http = await makeHttp(schema, services, {
    isProduction: config.isProduction,
    adminFolder,
    routes: [
      jobRoutes(services.jobs),
      importRoutes(services),
      exportRoutes(schema, registry),
      graphqlCsv(services.planner),
      postedListRoute,
      targetDocumentRoutes,
      annexRoutes,
      attachmentRoutes,
      subsidyPaperRoutes,
    ],
    isReady: async () => (await isMigrated(source)) && (await database.read("SELECT 1")).length === 1,
  });
  return {
    services,
    http,
    database,
    close: async () => {
      // Jobs end before the connections do: one that is stopped leaves nothing half done.
      await Promise.all([http.close(), services.jobs.close()]);
      await database.close();
    },
  };
}
