import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** A production build: in it roles and speed are those of the product. It never goes into the shipped build. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  logLevel: "error",
  build: { emptyOutDir: true, minify: false, chunkSizeWarningLimit: 5000 },
});
