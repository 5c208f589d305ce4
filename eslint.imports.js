"use strict";

const { dirname, isAbsolute, relative, resolve } = require("node:path");

/**
 * Who may import whom. The straight path from a screen to a column stays straight only while these hold,
 * so they are checked by lint and not by memory.
 */

/** Folders under server/ and admin/ that belong to no noun. */
const OPEN_TO_ALL = { server: ["platform", "launch"], admin: ["platform", "grid", "generic"] };

/** What the admin may take from the server: it runs in the browser as well, so it imports nothing but itself. */
const isShared = (path) =>
  /^server\/platform\/(kinds\/|text\/|registry\/(rule|row-problems)(\.ts)?$)/.test(path) ||
  // The sentences of refusals: a grid that runs a rule says what the server would say.
  /^server\/platform\/errors\/(sentence|refusal|vi|en)(\.ts)?$/.test(path) ||
  /^server\/(?!platform\/).+\.rules(\.[jt]sx?)?$/.test(path);

const nounOf = (path) => {
  const [side, folder, ...rest] = path.split("/");
  return side in OPEN_TO_ALL && rest.length > 0 && !OPEN_TO_ALL[side].includes(folder) ? folder : undefined;
};

/** Each law: where it applies, what it forbids there, and the sentence for whoever meets it. */
const LAWS = [
  {
    from: isShared,
    forbids: (to) => to === null || !isShared(to),
    because:
      "kinds, text, rules and the sentences of refusals run in the browser too and import nothing but each other",
  },
  {
    from: (path) => path.startsWith("admin/"),
    forbids: (to) => to?.startsWith("server/") && !isShared(to),
    because:
      "the admin takes only *.rules, platform/kinds, platform/text and the sentences of refusals from the server",
  },
  {
    from: (path) => path.startsWith("server/platform/"),
    forbids: (to) => to !== null && nounOf(to) !== undefined,
    because: "server/platform knows no noun",
  },
  {
    from: (path) => path.startsWith("admin/grid/"),
    forbids: (to) => to?.startsWith("admin/") && nounOf(to) !== undefined,
    because: "the grid knows no noun",
  },
  {
    from: (path) => path.startsWith("server/"),
    forbids: (to) => /^(admin|test)\//.test(to ?? ""),
    because: "the server stands without the admin and the tests",
  },
  {
    from: (path) => path.startsWith("schema/migrations/"),
    forbids: (to) => to !== null && !to.startsWith("schema/migrations/"),
    because: "a migration is frozen: it imports nothing that can change",
  },
  {
    from: (path) => /\.(service|policy|entity|sql)\.ts$/.test(path),
    forbids: (to) => /\.resolver(\.[jt]s)?$/.test(to ?? ""),
    because: "the path runs from resolver to service to rules, never back",
  },
  {
    from: (path) => path.startsWith("server/") && nounOf(path) !== undefined,
    forbids: (to, from) =>
      to?.startsWith("server/") &&
      nounOf(to) !== undefined &&
      nounOf(to) !== nounOf(from) &&
      /\.(resolver|sql)(\.[jt]s)?$/.test(to),
    because: "a noun uses another only through its service, its declaration (with its policy) or its rules",
  },
];

/** The name of an imported file inside the repository, or null for a package. */
function target(root, file, specifier) {
  if (!specifier.startsWith(".") && !isAbsolute(specifier)) return null;
  return relative(root, resolve(dirname(file), specifier))
    .split("\\")
    .join("/");
}

const layers = {
  meta: { type: "problem", schema: [], messages: { law: "{{to}}: {{because}}." } },
  create(context) {
    const root = context.cwd;
    const from = relative(root, context.filename).split("\\").join("/");
    const laws = LAWS.filter((law) => law.from(from));
    const check = (node, specifier) => {
      if (typeof specifier !== "string") return;
      const to = target(root, context.filename, specifier);
      for (const law of laws) {
        if (law.forbids(to, from))
          context.report({ node, messageId: "law", data: { to: to ?? specifier, because: law.because } });
      }
    };
    const ofSource = (node) => check(node, node.source?.value);
    return {
      ImportDeclaration: ofSource,
      ExportNamedDeclaration: ofSource,
      ExportAllDeclaration: ofSource,
      ImportExpression: ofSource,
      CallExpression(node) {
        const name = node.callee.type === "Identifier" ? node.callee.name : undefined;
        if (name === "require" && node.arguments[0]?.type === "Literal") check(node, node.arguments[0].value);
      },
    };
  },
};

const names = {
  meta: {
    type: "problem",
    schema: [],
    messages: {
      vague: "“{{part}}” says nothing about what is inside: name the file after what it does.",
      barrel: "No barrels on the server: import from the file that declares it.",
    },
  },
  create(context) {
    const path = relative(context.cwd, context.filename).split("\\").join("/");
    return {
      Program(node) {
        for (const part of path.split("/")) {
          if (
            /^(utils?|helpers?|common|misc|managers?)$/i.test(part.split(/[.-]/)[0]) ||
            /[a-z](Utils?|Helpers?|Manager)\b/.test(part)
          )
            context.report({ node, messageId: "vague", data: { part } });
        }
        if (!path.startsWith("server/")) return;
        const handsOnDefault = node.body.some(
          ({ type, source, specifiers }) =>
            type === "ExportNamedDeclaration" && source && specifiers.some(({ local }) => local.name === "default"),
        );
        if (/(^|\/)index\.[jt]sx?$/.test(path) || handsOnDefault) context.report({ node, messageId: "barrel" });
      },
    };
  },
};

module.exports = { rules: { layers, names } };
