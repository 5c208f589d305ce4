import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const { buildServer } = require("../../server/launch/build-server.js");
const { alone } = require("../../server/launch/lock.js");
const { agrees, installFailure, missingCompiler } = require("../../server/launch/install.js");
const { tooOld } = require("../../server/launch/node-version.js");

const repository = join(__dirname, "..", "..");

describe("what is built again", () => {
  let root: string;
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  const built = (file: string) => join(root, "dist", file);
  /** Builds, and says whether there was anything to do. */
  async function build(previous?: unknown): Promise<{ inputs: unknown; worked: boolean }> {
    let worked = false;
    const inputs = await buildServer(root, join(root, "dist"), previous, () => (worked = true));
    return { inputs, worked };
  }

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "danh-muc-build-"));
    symlinkSync(join(repository, "node_modules"), join(root, "node_modules"));
    write(".swcrc", readFileSync(join(repository, ".swcrc"), "utf8"));
    write("server/main.ts", 'import { word } from "./word";\nexport const said: string = word;\n');
    write("server/word.ts", 'export const word: string = "xin chào";\n');
    write("seeds/facts/unit.csv", "code,name\n1,Yên Bái\n");
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  test("the first build compiles the sources and copies the facts", async () => {
    expect((await build()).worked).toBe(true);
    expect(require(built("server/main.js")).said).toBe("xin chào");
    expect(existsSync(built("server/main.js.map"))).toBe(true);
    expect(readFileSync(built("seeds/facts/unit.csv"), "utf8")).toContain("Yên Bái");
  });

  test("nothing is done where nothing has changed, and a touched file is not a change", async () => {
    const { inputs } = await build();
    write("server/word.ts", 'export const word: string = "xin chào";\n');
    expect((await build(inputs)).worked).toBe(false);
  });

  test("a changed, a new and a lost output are made again", async () => {
    const first = await build();
    write("server/word.ts", 'export const word = "chào";\n');
    write("server/new.ts", "export const a = 1;\n");
    rmSync(built("server/main.js"));
    const second = await build(first.inputs);
    expect(second.worked).toBe(true);
    expect(readFileSync(built("server/word.js"), "utf8")).toContain('"chào"');
    expect(existsSync(built("server/new.js"))).toBe(true);
    expect(existsSync(built("server/main.js"))).toBe(true);
  });

  test("what has lost its source goes", async () => {
    write("server/old.ts", "export const a = 1;\n");
    const first = await build();
    rmSync(join(root, "server/old.ts"));
    await build(first.inputs);
    expect(existsSync(built("server/old.js"))).toBe(false);
    expect(existsSync(built("server/old.js.map"))).toBe(false);
  });

  test("other compiler settings compile everything again", async () => {
    const first = await build();
    write(".swcrc", readFileSync(join(repository, ".swcrc"), "utf8").replace("es2022", "es2021"));
    expect((await build(first.inputs)).worked).toBe(true);
  });

  test("a source that cannot be compiled is named", async () => {
    write("server/word.ts", "export const word: = 1;\n");
    await expect(build()).rejects.toThrow(/server\/word\.ts cannot be compiled/);
  });

  test("two builds in one folder take turns", async () => {
    const lock = join(root, "dist", ".building");
    const order: string[] = [];
    const turn = (name: string) =>
      alone(lock, async () => {
        order.push(`${name} begins`);
        await new Promise((resolve) => setTimeout(resolve, 30));
        order.push(`${name} ends`);
      });
    await Promise.all([turn("a"), turn("b")]);
    expect(order).toEqual(["a begins", "a ends", "b begins", "b ends"]);
    expect(existsSync(lock)).toBe(false);
  });

  test("the lock of a process that is gone holds nobody up", async () => {
    const lock = join(root, "dist", ".building");
    write("dist/.building", "999999999");
    await expect(alone(lock, async () => "built")).resolves.toBe("built");
  });
});

describe("what is installed", () => {
  const lock = {
    packages: {
      "": { name: "danh-muc" },
      "node_modules/a": { version: "1.0.0", integrity: "x" },
      "node_modules/other-system": { version: "1.0.0", integrity: "y", optional: true },
    },
  };
  const there = (packages: object) => ({ packages });

  test("node_modules that npm filled from this lock file is taken as it is", () => {
    expect(agrees(lock, there({ "node_modules/a": { version: "1.0.0", integrity: "x" } }))).toBe(true);
  });

  test("another version, a missing and an extra package are installed anew", () => {
    expect(agrees(lock, there({ "node_modules/a": { version: "1.0.1", integrity: "z" } }))).toBe(false);
    expect(agrees(lock, there({}))).toBe(false);
    expect(agrees(lock, undefined)).toBe(false);
    expect(agrees(lock, there({ ...lock.packages, "node_modules/b": { version: "1.0.0" } }))).toBe(false);
  });

  test("a failed compilation names the packages that mend it", () => {
    const missing = missingCompiler((name: string) => name === "python3");
    expect(missing).toEqual(["make", "g++"]);
    const { message } = installFailure("npm error gyp ERR! stack Error: not found: make", missing);
    expect(message).toContain("sudo apt-get install build-essential python3");
    expect(message).toContain("make, g++");
  });

  test("another failure is not blamed on the compiler", () => {
    expect(installFailure("npm error network timeout", ["make"]).message).not.toContain("build-essential");
    expect(installFailure("gyp ERR! disk full", []).message).not.toContain("build-essential");
  });

  test.each([
    ["18.20.4", true],
    ["20.18.3", true],
    ["20.19.0", false],
    ["22.1.0", false],
  ])("Node %s is too old: %s", (version, old) => {
    expect(tooOld(version) !== null).toBe(old);
  });
});
