import type { OxlintOverride } from "oxlint";

/** What every room may know. */
const common = ["model", "diagnostics", "config"];

/** The rooms that an article goes through. They never know each other. */
const stages = ["source", "parse", "charts", "transform", "template", "write", "verify", "cache", "links", "roster"];

/** The flow, which joins the rooms together: `build.ts`, and its parts. */
const flow = [
  "build.ts",
  "gather.ts",
  "prepare.ts",
  "include.ts",
  "kit.ts",
  "illustrate.ts",
  "make.ts",
  "reuse.ts",
  "publish.ts",
  "list-facts.ts",
  "check-links.ts",
  "merge.ts",
  "merge-rows.ts",
  "survey.ts",
];

/** What each folder and file of `src/` may import besides itself. */
const rooms: Record<string, readonly string[]> = {
  model: [],
  diagnostics: ["model"],
  config: ["model", "diagnostics"],
  ...Object.fromEntries(stages.map((room) => [room, common])),
  world: ["model", "diagnostics"],
  ...Object.fromEntries(flow.map((file) => [file, [...common, ...stages, ...flow]])),
  cli: [...common, ...flow, "dev"],
  dev: [...common, ...flow],
  "main.ts": ["cli", "world"],
};

/** Node's modules that reach the disk, the network, other programs or the clock. */
const machineModules =
  "child_process|cluster|console|dgram|dns|fs|http|http2|https|inspector|net|os|perf_hooks|process|readline|repl|tls|tty|vm";

const randomNames = ["default", "randomBytes", "randomFill", "randomFillSync", "randomInt", "randomUUID", "webcrypto"];

const treePackages = "unified remark remark-* rehype rehype-* micromark micromark-* mdast-util-*".split(" ");

/** What is closed to everyone but some rooms. */
const bans = [
  {
    except: ["world", "main.ts"],
    pattern: {
      regex: `^(?:node:)?(?:${machineModules})(?:/|$)`,
      message: "The machine is reached through World (src/model/world.ts).",
    },
  },
  {
    except: ["world"],
    pattern: {
      regex: "^(?:puppeteer(?:-core)?$|@puppeteer/|@sparticuz/)",
      message: "The browser is reached through World.browsers.",
    },
  },
  {
    except: ["parse", "transform", "template"],
    pattern: { group: treePackages, message: "unified and its plug-ins stay in parse and transform." },
  },
  {
    // A page's tree becomes text at the very end, when the template has had its say.
    except: Object.keys(rooms).filter((room) => room !== "template"),
    pattern: {
      group: [...treePackages, "!unified", "!rehype-stringify"],
      message: "In template, unified is there for rehype-stringify alone: the tree changes in transform.",
    },
  },
  {
    except: [],
    pattern: {
      regex: "^(?:\\./)?(?:\\.\\./)+(?:tests|content|templates|dist|\\.github)/",
      message: "The program imports neither its tests and scripts nor its material.",
    },
  },
];

/** oxlint takes a rule that is set twice for a file as it is set last, so each room gets one that is complete. */
export const importRule: OxlintOverride[] = Object.entries(rooms).map(([room, allowed]) => {
  const isFile = room.endsWith(".ts");
  const closed = Object.keys(rooms).filter((other) => other !== room && !allowed.includes(other));
  const way = isFile ? "\\./" : "(?:\\./)?(?:\\.\\./)+";
  const doors = {
    regex: `^${way}(?:src/)?(?:${closed.join("|").replaceAll(".", "\\.")})(?:/|$)`,
    message: `${room} imports ${allowed.join(", ") || "no other room"}. The rooms: .github/ARCHITECTURE.md.`,
  };
  const patterns = [doors, ...bans.filter(({ except }) => !except.includes(room)).map(({ pattern }) => pattern)];
  const paths = ["node:crypto", "crypto"].map((name) => ({
    name,
    importNames: randomNames,
    message: "Equal input gives equal bytes, so nothing is random.",
  }));
  return {
    files: [isFile ? `src/${room}` : `src/${room}/**`],
    rules: { "no-restricted-imports": ["error", { patterns, paths: room === "world" ? [] : paths }] },
  };
});
