import { type Dialect, outsideCode } from "../dialect.ts";
import { safeId } from "../pandoc-attributes.ts";

const role = /\{([a-zA-Z][\w:.+-]*)\}(?=`)/y;
const span = /(?<!`)(`+)(?!`)(.*?[^`])\1(?!`)/y;
const withTarget = /^(.*?)[ \t]*<([^<>]+)>$/s;

type Write = (text: string) => string;

const link: Write = (text) => {
  const [, label, target] = withTarget.exec(text) ?? [];
  return label === undefined || target === undefined ? `[@any:${safeId(text)}]` : `[${label}](#${safeId(target)})`;
};
const number: Write = (text) => `[@any:${safeId(withTarget.exec(text)?.[2] ?? text)}]`;
const document: Write = (text) => {
  const [, label, target = text] = withTarget.exec(text) ?? [];
  const path = target.replace(/(?<!\.\w{1,5})$/, ".md");
  return `[${label ?? ""}](<${path}>)`;
};
const label: Write = (text) => withTarget.exec(text)?.[1] ?? text.replace(/^[~!]/, "");
const code: Write = (text) => `\`${label(text)}\``;
const keys = (text: string): string =>
  text
    .split(/[,;]/)
    .map((key) => `@${key.trim()}`)
    .join("; ");

/** Roles of MyST and Sphinx (https://mystmd.org/guide/roles) and what they become. */
const roles: Readonly<Record<string, Write>> = {
  ref: link,
  "std:ref": link,
  numref: number,
  eq: (text) => `[@eq:${safeId(text)}]`,
  doc: document,
  download: (text) => `[${label(text)}](<${withTarget.exec(text)?.[2] ?? text}>)`,
  term: label,
  index: label,
  math: (text) => `$${text}$`,
  sub: (text) => `<sub>${text}</sub>`,
  subscript: (text) => `<sub>${text}</sub>`,
  sup: (text) => `<sup>${text}</sup>`,
  superscript: (text) => `<sup>${text}</sup>`,
  kbd: (text) => `<kbd>${text}</kbd>`,
  del: (text) => `<del>${text}</del>`,
  strike: (text) => `<del>${text}</del>`,
  u: (text) => `<u>${text}</u>`,
  underline: (text) => `<u>${text}</u>`,
  smallcaps: (text) => `[${text}]{.small-caps}`,
  emphasis: (text) => `*${text}*`,
  strong: (text) => `**${text}**`,
  guilabel: (text) => `**${text.replaceAll("&", "")}**`,
  menuselection: (text) => `**${text.replaceAll("-->", "→")}**`,
  button: (text) => `**${label(text)}**`,
  abbr: (text) => {
    const [, short = text, long] = /^(.*?)[ \t]*\(([^()]*)\)$/.exec(text) ?? [];
    return long === undefined ? short : `<abbr title="${long.replaceAll('"', "&quot;")}">${short}</abbr>`;
  },
  rfc: (text) => `[RFC ${text}](https://www.rfc-editor.org/rfc/rfc${text})`,
  pep: (text) => `[PEP ${text}](https://peps.python.org/pep-${text.padStart(4, "0")}/)`,
  cite: (text) => `[${keys(text)}]`,
  "cite:p": (text) => `[${keys(text)}]`,
  "cite:ps": (text) => `[${keys(text)}]`,
  footcite: (text) => `[${keys(text)}]`,
  "cite:t": keys,
  "cite:ts": keys,
  "cite:author": keys,
};

/** Roles for names in code; so is any role of a domain (`py:func`). */
const names = new Set(
  "attr class code command const data envvar file func literal meth mod obj option program samp".split(" "),
);

/** `{role}`text`` within text. */
export const mystRoles: Dialect = {
  name: "MyST roles ({ref}`label`)",
  read(lines, { report }) {
    const read = new Map<number, string>();
    for (const { line, text } of lines) {
      if (!text.includes("}`") && !text.includes("[](")) continue;
      // A link without text shows its target's.
      const linked = outsideCode(text, (piece) =>
        piece.replaceAll(/(?<!!)\[\]\(#([^()\s]+)\)/g, (_, id: string) => `[@any:${safeId(id)}]`),
      );
      const changed = replaceRoles(linked, (name) => {
        const message = `The MyST role {${name}} is not known; its text is set as code.`;
        report("syntaxUnknown", line, message, "Write the text alone.");
      });
      if (changed !== text) read.set(line, changed);
    }
    return read;
  },
};

/** Replaces roles from the left, so that a role in a code span stays code. */
function replaceRoles(text: string, unknown: (name: string) => void): string {
  let made = "";
  for (let at = 0; at < text.length;) {
    role.lastIndex = at;
    const [mark = "", name] = role.exec(text) ?? [];
    span.lastIndex = at + mark.length;
    const [whole, , inner = ""] = span.exec(text) ?? [];
    if (whole !== undefined && name !== undefined) made += write(name, inner.trim(), unknown);
    else made += whole ?? text.charAt(at);
    at += whole === undefined ? 1 : mark.length + whole.length;
  }
  return made;
}

function write(name: string, text: string, unknown: (name: string) => void): string {
  const known = Object.hasOwn(roles, name) ? roles[name] : undefined;
  if (known) return known(text);
  // A badge.
  if (name.startsWith("bdg")) return `**${label(text)}**`;
  if (!names.has(name) && !/^(?:py|c|cpp|js|rst|std)(?::\w+)+$/.test(name)) unknown(name);
  return code(text);
}

/** `% comment` lines and `+++` between cells, in a text with MyST directives, roles or targets. */
export const mystComments: Dialect = {
  name: "MyST comments (% …)",
  read(lines, { texts }) {
    if (
      !texts.some((text) =>
        /^(?:`{3,}|:{3,})[ \t]*\{[a-z][\w:-]*\}|^\([\w:. -]+\)=[ \t]*$|\{[a-z:]+\}`|^\+\+\+[ \t]*\{.*\}[ \t]*$|^jupytext:/.test(
          text,
        ),
      )
    )
      return new Map();
    const found = lines.filter(({ text }) => /^(?:%(?![%}])|\+\+\+(?:[ \t]*\{.*\})?[ \t]*$)/.test(text));
    return new Map(found.map(({ line }) => [line, ""]));
  },
};
