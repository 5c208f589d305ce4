import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Which packages share a file: what changes together is fetched together, and the app's own code stays small. */
const CHUNKS: { name: string; test: RegExp }[] = [
  { name: "grid", test: /node_modules[\\/](@glideapps|canvas-hypertxt|marked|react-responsive-carousel)[\\/]/ },
  {
    name: "charts",
    test: /node_modules[\\/](recharts|d3-[a-z]+|victory-vendor|@reduxjs|react-redux|redux|reselect|immer|es-toolkit|decimal\.js-light|eventemitter3)[\\/]/,
  },
  { name: "mui", test: /node_modules[\\/](@mui|@emotion|@popperjs|react-transition-group)[\\/]/ },
  {
    name: "graphql",
    test: /node_modules[\\/](@apollo|graphql|graphql-tag|ra-data-graphql|zen-observable-ts|optimism)[\\/]/,
  },
  {
    name: "react-admin",
    test: /node_modules[\\/](react-admin|ra-[a-z0-9-]+|react-hook-form|@tanstack|node-polyglot|lodash)[\\/]/,
  },
  { name: "react", test: /node_modules[\\/](react|react-dom|react-router|react-router-dom|scheduler)[\\/]/ },
];

export default defineConfig({
  root: here("."),
  publicDir: here("./public"),
  plugins: [react()],
  resolve: { alias: { "@model": here("../dist/model") } },
  build: {
    outDir: here("../dist/admin"),
    emptyOutDir: true,
    chunkSizeWarningLimit: 900,
    rolldownOptions: { output: { codeSplitting: { groups: CHUNKS } } },
  },
  server: {
    host: "127.0.0.1",
    port: 4001,
    proxy: Object.fromEntries(
      ["/graphql", "/import", "/export", "/jobs"].map((path) => [
        path,
        process.env.SERVER_URL ?? "http://127.0.0.1:4000",
      ]),
    ),
  },
});
