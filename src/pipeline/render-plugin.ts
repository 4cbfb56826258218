import { diagnosticOf } from "../diagnostics/diagnostic.ts";
import { pluginFault } from "../diagnostics/plugin-report.ts";
import { rules } from "../diagnostics/rules.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { bounded } from "../model/plugin/bounded.ts";
import type { FormatReport } from "../model/plugin/format.ts";
import { fromPlugins } from "../model/plugin/scope.ts";
import { editionFile } from "../model/every-edition.ts";
import { fail, settle } from "../model/outcome.ts";
import { artifactPath, type Format } from "../template/format.ts";

/** Returns the format of a plug-in. */
export function pluginFormat(name: string): Format {
  const found = fromPlugins("formats").find(({ item }) => item.name === name);
  if (!found) throw new Error(`There is no format "${name}".`);
  const { plugin, item: format } = found;
  const render: Format["render"] = async (request) => {
    const { publication, edition } = request;
    const file = artifactPath(request);
    const diagnostics: Diagnostic[] = [];
    const report: FormatReport = (severity, message, hint) =>
      void diagnostics.push(diagnosticOf("pluginOutput", { ...rules.pluginOutput, severity }, message, hint, { file }));
    const context = { edition, fileName: editionFile(publication.slug, edition) };
    try {
      const composed = await bounded(() => format.compose(publication, context));
      const written = await bounded(() => format.write(composed, context));
      const bytes = typeof written === "string" ? new TextEncoder().encode(written) : written;
      if (!(bytes instanceof Uint8Array)) throw new Error("What it writes is neither text nor bytes.");
      await bounded(() => format.check?.(bytes, report, context));
      const title = `Plug-in ${plugin.name}: its own checks`;
      const own = {
        id: `plugin-${format.name}`,
        title,
        tool: { name: plugin.name },
        rules: ["pluginOutput"],
        parts: [],
      };
      const suites = format.check ? [own] : [];
      return settle({ bytes, mediaType: format.mediaType, suites }, diagnostics);
    } catch (error) {
      return fail(...diagnostics, pluginFault(plugin, `the edition "${edition}"`, error, { file }));
    }
  };
  return { render };
}
