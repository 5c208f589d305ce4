import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

function rootFrom(folder: string): string {
  if (existsSync(join(folder, "package.json"))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error("package.json is nowhere above the server");
  return rootFrom(above);
}

/** The folder the product is installed in, whether it runs from its sources or from dist/. */
export const installation = rootFrom(__dirname);

export const version: string = (
  JSON.parse(readFileSync(join(installation, "package.json"), "utf8")) as { version: string }
).version;

/** The built admin. */
export const adminFolder = join(installation, "dist", "admin");
