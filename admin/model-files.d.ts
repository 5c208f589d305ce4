/** The two files that `emit` writes at build time; absent from a fresh clone, so typed here. */
declare module "@model/model.json" {
  const model: import("./platform/model").Model;
  export default model;
}

declare module "@model/introspection.json" {
  const introspection: import("graphql").IntrospectionQuery;
  export default introspection;
}
