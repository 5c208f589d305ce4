import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, extname, join } from "node:path";
import { promisify } from "node:util";

const PLACES = ["/usr/bin/soffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice"];

/** The installed LibreOffice: `SOFFICE`, or the usual places. */
export function findSoffice(): string | undefined {
  const wanted = process.env.SOFFICE;
  if (wanted && !existsSync(wanted)) throw new Error(`SOFFICE=${wanted}: no such file`);
  return wanted || PLACES.find((path) => existsSync(path));
}

/** Declares tests that open files in LibreOffice. Without it they are declared as skipped, so they are counted. */
export function inLibreOffice(title: string, tests: () => void): void {
  const declare = findSoffice() ? describe : describe.skip;
  declare("in LibreOffice", () => describe(title, tests));
}

/**
 * Opens a file in LibreOffice and saves it as another kind, in the given folder; answers the new file's path. `to` is a
 * format of `--convert-to`, its filter with it where one is needed: "xlsx", "pdf", `csv:"Text - txt - csv (StarCalc)":9,34,76`.
 */
export async function convertInLibreOffice(path: string, to: string, folder: string): Promise<string> {
  return (await convertAllInLibreOffice([path], to, folder))[0];
}

/** The same for several files at once: starting LibreOffice is what takes time. */
export async function convertAllInLibreOffice(paths: string[], to: string, folder: string): Promise<string[]> {
  // A profile of its own: two at work with one profile would wait for each other, or fail.
  const profile = mkdtempSync(join(tmpdir(), "danh-muc-soffice-"));
  try {
    const args = [`-env:UserInstallation=file://${profile}`, "--headless", "--norestore", "--convert-to", to];
    await promisify(execFile)(findSoffice()!, [...args, "--outdir", folder, ...paths], { timeout: 240_000 });
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
  return paths.map((path) => {
    const made = join(folder, `${basename(path, extname(path))}.${to.split(":")[0]}`);
    if (!existsSync(made)) throw new Error(`LibreOffice did not make ${basename(made)}`);
    return made;
  });
}
