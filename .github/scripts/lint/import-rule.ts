import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { OxlintOverride } from "oxlint";

/** Folders that every folder may import. */
const common = ["model", "diagnostics", "config", "i18n"];

/** The stages that an article passes through, which must not import each other. */
const stages = ["source", "import", "parse", "directives", "charts", "transform", "template", "cache"];

/** A format composes, writes and checks; it may import what templates share, but no other format. */
const formats = readdirSync(join(import.meta.dirname, "../../../src/formats")).map((name) => `formats/${name}`);

/** Everything that the pipeline may import. */
const joined = [...common, ...stages, ...formats, "site"];

/** What each folder and file of `src/` may import besides itself. */
const rooms: Record<string, readonly string[]> = {
  model: [],
  diagnostics: ["model"],
  config: ["model", "diagnostics"],
  i18n: ["model", "config"],
  ...Object.fromEntries(stages.map((room) => [room, common])),
  // Directives define what they become; transforms apply them.
  transform: [...common, "directives"],
  world: ["model", "diagnostics"],
  ...Object.fromEntries(formats.map((format) => [format, [...common, "template"]])),
  site: [...common, "template"],
  pipeline: joined,
  "link-checker": [...common, "source", "import", "parse", "transform"],
  "mail-merge": [...joined, "pipeline"],
  preview: [...common, "pipeline"],
  scaffold: common,
  // The language server reports what a build finds before a format is chosen.
  "language-server": [...common, "source", "parse", "directives", "transform", "pipeline"],
  // The API for programs, on which the command line is built.
  api: [...joined, "pipeline", "link-checker", "mail-merge", "preview", "language-server", "scaffold"],
  // Like the command line, another way to use the API.
  service: [...common, "api"],
  cli: [...common, "api", "service"],
  "index.ts": [...common, "api", "world"],
  "main.ts": ["cli", "world"],
  "build-helper.ts": ["pipeline", "world"],
  "chart-worker.ts": ["pipeline", "world"],
  "pdf-worker.ts": ["formats/pdf", "world"],
};

/** Node's modules that access the disk, the network, other programs or the clock. */
const machineModules =
  "child_process|cluster|console|dgram|dns|fs|http|http2|https|inspector|net|os|perf_hooks|process|readline|repl|sqlite|test|tls|tty|wasi|worker_threads";

const randomNames = ["default", "randomBytes", "randomFill", "randomFillSync", "randomInt", "randomUUID", "webcrypto"];

const treePackages = "unified remark remark-* rehype rehype-* micromark micromark-* mdast-util-*".split(" ");

/** Modules that only some folders may import. */
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
    except: ["world"],
    pattern: { regex: "^pg(?:-boss)?(?:/|$)", message: "The queue is reached through World.workQueues." },
  },
  {
    except: ["world"],
    pattern: { regex: "^@aws-sdk/", message: "Stores are reached through World.stores." },
  },
  {
    except: ["service"],
    pattern: { regex: "^@opentelemetry/", message: "Only the service counts." },
  },
  {
    except: ["service"],
    pattern: { regex: "^fastify(?:/|$)", message: "HTTP for other programs is served in src/service." },
  },
  {
    except: ["import", "parse", "directives", "transform", "template", ...formats],
    pattern: { group: treePackages, message: "unified and its plug-ins stay in import, parse and transform." },
  },
  {
    // A page's tree is serialised at the very end, after the template's transforms.
    except: Object.keys(rooms).filter((room) => room !== "template" && !formats.includes(room)),
    pattern: {
      group: [
        ...treePackages,
        ..."!unified !rehype-stringify !mdast-util-*-markdown !mdast-util-gfm !micromark-extension-gfm".split(" "),
      ],
      message:
        "In templates and formats, unified is there to write and read a file alone: the tree changes in transform.",
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

/** If two oxlint rules apply to a file, the last one wins; so each folder gets a complete rule. */
export const importRule: OxlintOverride[] = Object.entries(rooms).map(([room, allowed]) => {
  const isFile = room.endsWith(".ts");
  const closed = Object.keys(rooms).filter((other) => other !== room && !allowed.includes(other));
  const way = isFile ? "\\./" : "(?:\\./)?(?:\\.\\./)+";
  // Formats import each other as siblings: "../../html/compose.ts".
  const neighbours = formats.includes(room) ? closed.map((other) => other.replace("formats/", "")) : closed;
  const doors = {
    regex: `^${way}(?:src/)?(?:formats/)?(?:${neighbours.join("|").replaceAll(".", "\\.")})(?:/|$)`,
    message: `${room} imports ${allowed.join(", ") || "no other folder"}. The folders: .github/ARCHITECTURE.md.`,
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
