import { DataSource } from "typeorm";
import { makeApp } from "../../server/app";
import { sourceOptions } from "../../server/platform/db/open";
import { joined, serve, split } from "./hand-written";
import { staff } from "./data";
import { WORKING_DATE } from "./page";

/** One server of the read bench in a process of its own: `ours`, `split` or `joined`. Tells its port to its parent. */
async function main(): Promise<void> {
  const [, , kind, url] = process.argv;
  const app = await makeApp({
    host: "127.0.0.1",
    port: 0,
    databaseUrl: url,
    seed: "none",
    admin: null,
    workingDate: WORKING_DATE,
    isProduction: true,
  });
  if (kind === "ours") {
    await app.http.listen({ host: "127.0.0.1", port: 0 });
    const person = await staff(app);
    const { secret } = await app.services.sessions.open(person);
    process.send!({ port: (app.http.server.address() as { port: number }).port, secret });
    return;
  }
  // Row objects come from TypeORM's connection as most people use it.
  const source = kind === "joined" ? await new DataSource(sourceOptions(url, [])).initialize() : null;
  const answer = source
    ? (offset: number) => joined(app, offset, (sql, parameters) => source.query(sql, parameters))
    : (offset: number) => split(app, offset);
  process.send!(await serve(answer));
}

void main();
