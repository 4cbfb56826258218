// Lists the findings, one to a line; a click shows the place in the page and in the source.

const ranks = { error: 0, warning: 1, info: 2 };

export function showFindings(host, { findings }, reveal) {
  host.hidden = findings.length === 0;
  const count = (severity, name) => {
    const number = findings.filter((one) => one.severity === severity).length;
    return number === 0 ? [] : [`${number} ${name}${number === 1 ? "" : "s"}`];
  };
  host.querySelector("summary").textContent = [
    ...count("error", "error"),
    ...count("warning", "warning"),
    ...count("info", "info"),
  ].join(", ");
  const rows = findings
    .toSorted((a, b) => ranks[a.severity] - ranks[b.severity])
    .map((finding) => {
      const row = document.createElement("li");
      row.dataset.severity = finding.severity;
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = [finding.file, finding.line].filter((part) => part !== undefined).join(":") || finding.rule;
      button.addEventListener("click", () => reveal(finding));
      const hint = document.createElement("span");
      hint.className = "hint";
      hint.textContent = finding.hint ?? "";
      row.append(button, ` ${finding.message} `, hint);
      return row;
    });
  host.querySelector("ul").replaceChildren(...rows);
  if (findings.some(({ severity }) => severity === "error")) host.querySelector("details").open = true;
}
