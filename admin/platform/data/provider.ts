import { ApolloClient, ApolloError, ApolloLink, InMemoryCache, Observable } from "@apollo/client";
import introspection from "@model/introspection.json";
import { parse, print, type DocumentNode, type GraphQLFormattedError } from "graphql";
import buildGraphQLProvider, { type BuildQueryFactory } from "ra-data-graphql";
import { HttpError, type DataProvider } from "react-admin";
import type { Language } from "../format";
import { ask, errorFrom, ServerError } from "../graphql";
import { model, resourceOf, type ModelResource } from "../model";
import {
  changedFields,
  changeName,
  changeOperation,
  filledFields,
  problemsByField,
  type Change,
  type ChangeResult,
} from "./changes";
import { listOperation, rowOperation, type Operation, type SchemaFacts } from "./document";

/** Refused rows of a change, before they are worded for the form. */
export class Refused extends Error {
  constructor(readonly result: ChangeResult) {
    super("refused");
  }
}

interface Page {
  pagination?: { page: number; perPage: number };
  sort?: { field: string; order: string };
  filter?: Record<string, unknown>;
  meta?: { fields?: string[]; asOf?: string; note?: string; from?: string };
}

type Parsed = (answer: { data: Record<string, never> }) => unknown;

const built = ({ query, variables }: Operation, parseResponse: Parsed) => ({
  query: parse(query) as DocumentNode,
  variables,
  parseResponse: parseResponse as never,
});

const pageOf = (resource: ModelResource, facts: SchemaFacts, params: Page, filter = params.filter) =>
  listOperation(facts, resource, {
    fields: params.meta?.fields,
    filter,
    sort: params.sort,
    offset: params.pagination && (params.pagination.page - 1) * params.pagination.perPage,
    limit: params.pagination?.perPage,
    asOf: params.meta?.asOf,
  });

const listAnswer =
  (resource: ModelResource): Parsed =>
  ({ data }) => {
    const list = data[resource.plural] as { items: unknown[]; total: number };
    return { data: list.items, total: list.total };
  };

/** The row a change wrote, or the refusal. */
const changeAnswer =
  (resource: ModelResource, values: Record<string, unknown>): Parsed =>
  ({ data }) => {
    const result = data[changeName(resource)] as ChangeResult;
    if (result.problems.length > 0) throw new Refused(result);
    const row = result.rows[0];
    const id = row?.id ?? values.id;
    return { data: { ...values, id, version: row?.version ?? values.version, changeSet: result.changeSet } };
  };

/** Which dated state an update writes: a new one from a day, or the one seen on the day of `asOf`. */
function stateDay(resource: ModelResource, meta: Page["meta"]): { from?: string; asOf?: string } {
  if (!resource.dated) return {};
  if (meta?.from) return { from: meta.from };
  return meta?.asOf ? { asOf: meta.asOf } : {};
}

/** A row of a change of many, with the version it was read at and, where rows differ, its own values. */
interface ManyRow {
  id: string;
  version: number;
  set?: Record<string, unknown>;
}

/** Many rows in one change set, all or none; their versions come in `meta.rows`, since react-admin hands over ids alone. */
function manyChanges(
  resource: ModelResource,
  meta: { rows?: ManyRow[]; note?: string } | undefined,
  change: (row: ManyRow) => Change,
) {
  const rows = meta?.rows;
  if (!rows) throw new Error("Changing many rows needs their versions in meta.rows");
  return built(changeOperation(resource, rows.map(change), meta.note), ({ data }) => {
    const result = data[changeName(resource)] as ChangeResult;
    if (result.problems.length > 0) throw new Refused(result);
    return { data: rows.map((row) => row.id) };
  });
}

/** Composes the document of every react-admin verb from the model; nothing is asked that the screen does not show. */
const buildQuery: BuildQueryFactory = (schema) => (verb, name, params) => {
  const resource = resourceOf(name);
  const facts: SchemaFacts = { queries: schema.queries as unknown as SchemaFacts["queries"], types: schema.types };
  switch (verb) {
    case "GET_LIST":
      return built(pageOf(resource, facts, params), listAnswer(resource));
    case "GET_MANY_REFERENCE":
      return built(
        pageOf(resource, facts, params, { ...params.filter, [params.target]: { eq: String(params.id) } }),
        listAnswer(resource),
      );
    case "GET_MANY": {
      const ids = params.ids.map(String);
      return built(
        listOperation(facts, resource, { filter: { id: { in: ids } }, limit: ids.length, asOf: params.meta?.asOf }),
        listAnswer(resource),
      );
    }
    case "GET_ONE":
      return built(
        rowOperation(facts, resource, String(params.id), params.meta?.asOf, params.meta?.fields),
        ({ data }) => {
          if (!data[resource.single]) throw new HttpError("ra.notification.item_doesnt_exist", 404);
          return { data: data[resource.single] };
        },
      );
    case "CREATE":
      return built(
        changeOperation(resource, [{ create: filledFields(resource, params.data) }], params.meta?.note),
        changeAnswer(resource, params.data),
      );
    case "UPDATE": {
      const { id, version } = params.previousData;
      const set = changedFields(resource, params.data, params.previousData);
      const change: Change = { update: { id, version, ...stateDay(resource, params.meta), set } };
      return built(changeOperation(resource, [change], params.meta?.note), changeAnswer(resource, params.data));
    }
    case "DELETE": {
      const { id, version } = params.previousData;
      return built(
        changeOperation(resource, [{ delete: { id, version } }], params.meta?.note),
        changeAnswer(resource, params.previousData),
      );
    }
    case "UPDATE_MANY":
      return manyChanges(resource, params.meta, (row) => ({
        update: {
          id: row.id,
          version: row.version,
          ...stateDay(resource, params.meta),
          set: row.set ?? params.data ?? {},
        },
      }));
    case "DELETE_MANY":
      return manyChanges(resource, params.meta, (row) => ({ delete: { id: row.id, version: row.version } }));
    default:
      throw new Error(`${verb} is not offered`);
  }
};

/** A failure to answer, in the shape of an answer: ra-data-graphql keeps the body of that kind alone. */
const unanswered = (error: ServerError): GraphQLFormattedError => ({
  message: error.message,
  extensions: { code: error.code, messageVi: error.messages.vi, messageEn: error.messages.en },
});

/** Apollo's transport is the same `ask` that hand-written operations use. */
const link = new ApolloLink(
  (operation) =>
    new Observable((observer) => {
      const { fetchOptions } = operation.getContext() as { fetchOptions?: { signal?: AbortSignal } };
      ask(print(operation.query), operation.variables, fetchOptions?.signal).then(
        (answer) => {
          observer.next({ data: answer.data, errors: answer.errors });
          observer.complete();
        },
        (error: unknown) => {
          if (!(error instanceof ServerError)) return observer.error(error);
          observer.next({ errors: [unanswered(error)] });
          observer.complete();
        },
      );
    }),
);

/** What a person sees of an error, keyed by column where the form can show it in place. */
function worded(error: unknown, language: Language): unknown {
  const cause = error instanceof HttpError ? ((error.body as unknown) ?? error) : error;
  if (cause instanceof Refused) {
    const { problems } = cause.result;
    const first = problems[0]!;
    const message = language === "vi" ? first.messageVi : first.messageEn;
    return new HttpError(message, 422, { code: first.code, problems, errors: problemsByField(problems, language) });
  }
  const failure = cause instanceof ApolloError ? cause.graphQLErrors[0] : undefined;
  if (failure) {
    const server = errorFrom(failure);
    return new HttpError(server.in(language), 400, { code: server.code });
  }
  return cause;
}

/** Nothing is kept in Apollo's cache, so documents go out as they were composed, without `__typename`. */
class PassingCache extends InMemoryCache {
  override transformDocument(document: DocumentNode): DocumentNode {
    return document;
  }
}

/** The data provider of the admin, on ra-data-graphql and the schema shipped with the build. */
export function createDataProvider(language: () => Language): DataProvider {
  const client = new ApolloClient({ link, cache: new PassingCache() });
  const names = new Set(model.resources.map((resource) => resource.name));
  const provider = buildGraphQLProvider({
    client: client as never,
    introspection: {
      schema: introspection.__schema,
      include: (type: { name: string }) => names.has(type.name),
    } as never,
    buildQuery,
    query: () => ({ fetchPolicy: "no-cache" }),
    mutation: () => ({ fetchPolicy: "no-cache" }),
  });
  const speaking =
    (verb: keyof DataProvider) =>
    async (...args: unknown[]): Promise<unknown> => {
      try {
        return await (provider[verb] as (...given: unknown[]) => Promise<unknown>)(...args);
      } catch (error) {
        throw worded(error, language());
      }
    };
  const verbs = [
    "getList",
    "getOne",
    "getMany",
    "getManyReference",
    "create",
    "update",
    "delete",
    "updateMany",
    "deleteMany",
  ];
  return Object.fromEntries(verbs.map((verb) => [verb, speaking(verb)])) as unknown as DataProvider;
}

/** The shipped schema, for screens that compose their own selections. */
export const schemaFacts: SchemaFacts = {
  queries: (
    introspection.__schema.types.find((type) => type.name === introspection.__schema.queryType.name) as {
      fields: SchemaFacts["queries"];
    }
  ).fields,
  types: introspection.__schema.types,
};
