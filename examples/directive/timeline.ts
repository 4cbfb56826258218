import { defineDirective, definePlugin, type Plugin } from "offprint";

/** `:::timeline[Title]`: a list whose items begin with a year, as a section with that title. */
const directive = defineDirective({
  name: "timeline",
  block({ label, children, properties, element, report, node }) {
    if (!children.some(({ type }) => type === "list"))
      report("timelineHasList", node, "This timeline has no list.", "Write an item for each year: - 1990: …");
    const title =
      label.length > 0 ? [element("p", { className: ["timeline-title"] }, [element("strong", {}, label)])] : [];
    return [element("section", { ...properties, className: ["timeline"] }, [...title, ...children])];
  },
});

export function timeline(): Plugin {
  return definePlugin({
    name: "timeline",
    version: "1.0.0",
    directives: [directive],
    rules: {
      timelineHasList: {
        severity: "warning",
        description: "A timeline holds a list.",
        recovery: "What it holds is printed as it is.",
      },
    },
  });
}
