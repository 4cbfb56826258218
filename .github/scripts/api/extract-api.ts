import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Extractor, ExtractorConfig, ExtractorLogLevel } from "@microsoft/api-extractor";
import { ApiModel, type ApiPackage } from "@microsoft/api-extractor-model";

const root = join(import.meta.dirname, "../../..");

/** Values from which types are derived: schemas and lists of names. They are not part of the API. */
const unnamed = new Set([
  "offprintConfig",
  "manifestFile",
  "editions",
  "endings",
  "pdfStandards",
  "footnotePlacements",
  "illustrationKinds",
]);

export interface Api {
  readonly model: ApiPackage;
  /** The package's types in one file. */
  readonly types: string;
  /** Types that an export needs but that are not exported. */
  readonly missing: readonly string[];
}

/** Extracts the exports of `src/index.ts` from the compiler's declarations. */
export function extractApi(): Api {
  const scratch = join(root, "lib");
  mkdirSync(scratch, { recursive: true });
  const folder = mkdtempSync(join(scratch, "api-"));
  try {
    const compiler = join(root, "node_modules/.bin/tsc");
    const { status } = spawnSync(compiler, ["-p", "tsconfig.build.json", "--outDir", folder], {
      cwd: root,
      stdio: "inherit",
    });
    if (status !== 0) throw new Error("The types cannot be written: tsc failed.");
    return readDeclarations(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readDeclarations(folder: string): Api {
  const [model, types] = [join(folder, "offprint.api.json"), join(folder, "rollup.d.ts")];
  const entry = join(folder, "index.d.ts");
  const config = ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: join(root, "package.json"),
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: entry,
      newlineKind: "lf",
      compiler: {
        overrideTsconfig: {
          compilerOptions: { module: "nodenext", target: "esnext", skipLibCheck: true, strict: true, types: ["node"] },
          files: [entry],
        },
      },
      apiReport: { enabled: false },
      docModel: { enabled: true, apiJsonFilePath: model },
      dtsRollup: { enabled: true, untrimmedFilePath: types },
      tsdocMetadata: { enabled: false },
      messages: { extractorMessageReporting: { "ae-missing-release-tag": { logLevel: ExtractorLogLevel.None } } },
    },
  });
  const missing: string[] = [];
  Extractor.invoke(config, {
    localBuild: true,
    messageCallback(message) {
      message.handled = true;
      const name = /The symbol "(\w+)"/.exec(message.text)?.[1];
      if (message.messageId === "ae-forgotten-export" && name !== undefined && !unnamed.has(name)) missing.push(name);
    },
  });
  return {
    model: new ApiModel().loadPackage(model),
    types: readFileSync(types, "utf8"),
    missing: [...new Set(missing)],
  };
}
