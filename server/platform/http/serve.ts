import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import type { GatewayInterface } from "@apollo/server-gateway-interface";
import fastifyApollo, { fastifyApolloDrainPlugin } from "@as-integrations/fastify";
import files from "@fastify/static";
import { parse, serialize } from "cookie";
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { existsSync } from "node:fs";
import { NoSchemaIntrospectionCustomRule, type GraphQLError, type GraphQLSchema } from "graphql";
import type { Context, Services, SessionCookie } from "../context";
import { formatError } from "../errors/format-error";
import { makeExecutor } from "../graphql/executor";
import { graphqlErrorOf } from "../errors/graphql-error";
import { Refusal } from "../errors/refusal";
import { LIMITS } from "../planner/limits";
import { refuseRequest } from "./refuse-request";

export interface HttpOptions {
  isProduction: boolean;
  /** The folder of the built admin; absent where none was built. */
  adminFolder: string | null;
  /** Whether the database answers and is migrated. */
  isReady(): Promise<boolean>;
  /** Addresses beside /graphql, say of files to download. */
  routes?: readonly HttpRoutes[];
}

/** Adds addresses of its own. `contextOf` finds out who asks, by cookie or token as at /graphql. */
export type HttpRoutes = (
  app: FastifyInstance,
  contextOf: (request: FastifyRequest, reply: FastifyReply) => Promise<Context>,
) => void;

const BODY = 8 * 1024 * 1024;
/** A request has arrived whole by then, however slowly it is sent. */
const REQUEST_MS = 60_000;
/** In production the browser itself holds the cookie to this host, this path and a secure connection. */
const cookieName = (isProduction: boolean): string => (isProduction ? "__Host-danh_muc_session" : "danh_muc_session");

/** The HTTP server: GraphQL, health, and the admin's files with its client routes. */
export async function makeHttp(
  schema: GraphQLSchema,
  services: Services,
  options: HttpOptions,
): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: BODY,
    requestTimeout: REQUEST_MS,
    trustProxy: "loopback",
    logger: false,
    forceCloseConnections: "idle",
  });
  const apollo = new ApolloServer<Context>({
    gateway: gatewayOf(schema, services),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      fastifyApolloDrainPlugin(app),
    ],
    introspection: !options.isProduction,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: options.isProduction,
    parseOptions: { maxTokens: LIMITS.tokens },
    validationRules: options.isProduction ? [NoSchemaIntrospectionCustomRule] : [],
    formatError,
    stopOnTerminationSignals: false,
    logger: console,
  });
  await apollo.start();
  app.setErrorHandler(refuseRequest(BODY));
  app.addHook("onSend", async (_request, reply) => secureHeaders(reply));
  const context = (request: FastifyRequest, reply: FastifyReply): Promise<Context> =>
    contextOf(services, request, reply, options.isProduction);
  await app.register(fastifyApollo(apollo), { path: "/graphql", context });
  for (const add of options.routes ?? []) add(app, context);
  app.get("/healthz", () => ({ ok: true }));
  app.get("/readyz", async (_request, reply) => {
    const isReady = await options.isReady().catch(() => false);
    return reply.code(isReady ? 200 : 503).send({ ok: isReady });
  });
  if (options.adminFolder && existsSync(options.adminFolder)) await serveAdmin(app, options.adminFolder);
  return app;
}

/** Apollo parses, validates and formats; the gateway hook hands the operation over to our executor. */
function gatewayOf(schema: GraphQLSchema, services: Services): GatewayInterface {
  const executor = makeExecutor(schema, services.planner);
  return {
    load: async () => ({ executor }) as never,
    onSchemaLoadOrUpdate: (callback) => {
      queueMicrotask(() => callback({ apiSchema: schema, coreSupergraphSdl: "" }));
      return () => undefined;
    },
    stop: async () => undefined,
  } as GatewayInterface;
}

async function contextOf(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  isProduction: boolean,
): Promise<Context> {
  const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? "")?.[1];
  const session = parse(request.headers.cookie ?? "")[cookieName(isProduction)] ?? null;
  const { sessions, tokens } = services;
  const person = bearer ? await tokens.person(bearer) : session ? await sessions.person(session) : null;
  if (bearer && !person) throw refusedToken();
  const source = !bearer && request.headers["x-danh-muc-client"] === "admin" ? "ADMIN" : "API";
  return { services, person, source, address: request.ip, cookie: cookieOf(session, reply, isProduction) };
}

/** A token that is none is said at once: a program would take it for a missing row. */
function refusedToken(): GraphQLError {
  const error = graphqlErrorOf(new Refusal("SIGN_IN", "token", {}, "badToken"));
  Object.assign(error.extensions, { http: { status: 401 } });
  return error;
}

function cookieOf(secret: string | null, reply: FastifyReply, isProduction: boolean): SessionCookie {
  const attributes = { httpOnly: true, sameSite: "strict", path: "/", secure: isProduction } as const;
  return {
    secret,
    set: (made) => void reply.header("Set-Cookie", serialize(cookieName(isProduction), made, attributes)),
    clear: () => void reply.header("Set-Cookie", serialize(cookieName(isProduction), "", { ...attributes, maxAge: 0 })),
  };
}

function secureHeaders(reply: FastifyReply): void {
  reply.header("X-Content-Type-Options", "nosniff");
  reply.header("Referrer-Policy", "same-origin");
  reply.header("X-Frame-Options", "DENY");
  reply.header(
    "Content-Security-Policy",
    "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; font-src 'self' data:; worker-src 'self' blob:; frame-ancestors 'none'; base-uri 'self'; form-action 'self'",
  );
}

/** The admin's files. Hashed names are kept for a year; any other path is a client route and gets the page. */
async function serveAdmin(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(files, {
    root: folder,
    // Its own header would take the place of ours.
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.setHeader(
        "Cache-Control",
        /[\\/]assets[\\/]/.test(path) ? "public, max-age=31536000, immutable" : "no-cache",
      );
    },
  });
  app.setNotFoundHandler((request, reply) => {
    const isPage = request.method === "GET" && (request.headers.accept ?? "").includes("text/html");
    if (!isPage) return reply.code(404).send({ message: "Không tìm thấy / Not found" });
    return reply.header("Cache-Control", "no-cache").sendFile("index.html");
  });
}
