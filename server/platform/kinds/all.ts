/** The kinds under one name, for declarations. */
export * from "./kind";
export * from "./text";
export * from "./number";
export * from "./time";
export * from "./choice";
export * from "./ref";
