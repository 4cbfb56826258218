// Bundles the Visual Studio Code extension: its code as one file, and the package for `code --install-extension`.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { rolldown } from "rolldown";

const root = join(import.meta.dirname, "..", "..");
const folder = join(root, "editors", "vscode");

const bundle = await rolldown({
  input: join(folder, "src/extension.ts"),
  platform: "node",
  external: ["vscode"],
  logLevel: "warn",
});
await bundle.write({ file: join(folder, "out", "extension.cjs"), format: "cjs", codeSplitting: false });
await bundle.close();

const manifest = readFileSync(join(folder, "package.json"), "utf8");
const { name, publisher, version, displayName, description, engines } = JSON.parse(manifest) as {
  readonly [Key in "name" | "publisher" | "version" | "displayName" | "description"]: string;
} & { readonly engines: { readonly vscode: string } };

// The package is an OPC container (ECMA-376, part 2) with a VSIX 2.0.0 manifest.
const vsixManifest = `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata>
    <Identity Language="en-US" Id="${name}" Version="${version}" Publisher="${publisher}"/>
    <DisplayName>${displayName}</DisplayName>
    <Description xml:space="preserve">${description}</Description>
    <Properties>
      <Property Id="Microsoft.VisualStudio.Code.Engine" Value="${engines.vscode}"/>
    </Properties>
  </Metadata>
  <Installation><InstallationTarget Id="Microsoft.VisualStudio.Code"/></Installation>
  <Dependencies/>
  <Assets>
    <Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.Details" Path="extension/README.md" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.License" Path="extension/LICENSE.txt" Addressable="true"/>
  </Assets>
</PackageManifest>
`;
const contentTypes = `<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
  <Default Extension="json" ContentType="application/json"/>
  <Default Extension="cjs" ContentType="application/javascript"/>
  <Default Extension="md" ContentType="text/markdown"/>
  <Default Extension="txt" ContentType="text/plain"/>
  <Default Extension="vsixmanifest" ContentType="text/xml"/>
</Types>
`;
const files = {
  "extension.vsixmanifest": strToU8(vsixManifest),
  "[Content_Types].xml": strToU8(contentTypes),
  "extension/package.json": strToU8(manifest),
  "extension/README.md": readFileSync(join(folder, "README.md")),
  "extension/LICENSE.txt": readFileSync(join(root, "LICENSE")),
  "extension/out/extension.cjs": readFileSync(join(folder, "out", "extension.cjs")),
};
// The earliest date of a ZIP entry, so that equal sources give equal bytes.
const vsix = zipSync(files, { mtime: new Date(1980, 0, 1), level: 9 });
writeFileSync(join(folder, "offprint.vsix"), vsix);
console.log(`editors/vscode/offprint.vsix, ${Math.round(vsix.length / 1024)} KiB`);
