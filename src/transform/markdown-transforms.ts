import { takeAbbreviations } from "./abbreviations.ts";
import { resolveAlerts } from "./alerts.ts";
import { pluginReporter } from "../diagnostics/plugin-report.ts";
import type { Heading } from "mdast";
import type { DraftInput, MarkdownArticle } from "./article.ts";
import { visit } from "../model/visit.ts";
import { attachAttributes } from "./attributes.ts";
import { placeCharts } from "./charts.ts";
import { checkMarkdown } from "./check-markdown.ts";
import { checkReferences } from "./check-references.ts";
import { releaseCitations, resolveCitations } from "./citations/resolve-citations.ts";
import { resolveDirectives } from "./directives.ts";
import { factNotes } from "./facts.ts";
import { openFormulaBlocks } from "./formulas.ts";
import { joinWideLines } from "./join-wide-lines.ts";
import { checkProse } from "./prose/check-prose.ts";
import { smartenPunctuation, smartenText } from "./punctuation.ts";
import type { Transform } from "../model/transform.ts";
import { sourcesAndDates } from "./sources-and-dates.ts";
import { titleContent } from "./title-content.ts";
import { splitLinks } from "./split-links.ts";
import { takeTitle } from "./title.ts";
import { fillVariables } from "./variables.ts";
import { setNoteLanguages } from "./note-languages.ts";

/** Transforms of an article's mdast, in order. */
export const markdownTransforms: readonly Transform<MarkdownArticle>[] = [
  {
    name: "release-citations",
    why: "What looks like a citation and cites nothing is text for all that follows.",
    run: ({ tree, input, report }) => releaseCitations(tree, { library: input.context.citations, report }),
  },
  {
    name: "check-references",
    needs: ["release-citations"],
    why: "It looks for brackets in the text, and a citation is in none of them.",
    run: ({ tree, source, report }) => checkReferences(tree, source.text, report),
  },
  {
    name: "fill-variables",
    needs: ["check-references"],
    why: "That check compares the text with the source, in which no value stands.",
    run: ({ tree, input, report }) => fillVariables(tree, input.variables, report, input.columns),
  },
  {
    name: "attach-attributes",
    needs: ["release-citations"],
    why: "Words in brackets that cite nothing can have attributes.",
    run: ({ tree, report }) => attachAttributes(tree, report),
  },
  {
    name: "place-charts",
    why: "A block that was drawn becomes a figure.",
    run: ({ tree, input, words, facts }) => placeCharts(tree, input.context.charts ?? new Map(), words, facts),
  },
  {
    name: "resolve-directives",
    needs: ["fill-variables", "attach-attributes"],
    why: "What a variable stands for is part of a directive, and a directive looks at the attributes of what it holds.",
    run: resolveAll,
  },
  {
    name: "resolve-alerts",
    needs: ["resolve-directives"],
    why: "A block that a directive made is no quotation that could be an alert.",
    run: ({ tree, words }) => resolveAlerts(tree, words),
  },
  {
    name: "open-formula-blocks",
    why: "A block of TeX becomes what a displayed formula in a line is already.",
    run: ({ tree, source, report }) => openFormulaBlocks(tree, source.text, report),
  },
  {
    name: "take-abbreviations",
    needs: ["fill-variables"],
    why: "What an abbreviation stands for can have variables in it.",
    run: (article) => (article.abbreviations = takeAbbreviations(article.tree)),
  },
  {
    name: "check-markdown",
    needs: ["attach-attributes", "place-charts", "resolve-directives"],
    why: "Whether an image only decorates is said in its attributes, and charts bring texts of their own.",
    run: ({ tree, source, report }) => checkMarkdown(tree, source.text, report),
  },
  {
    name: "check-prose",
    needs: ["fill-variables", "resolve-directives", "take-abbreviations"],
    why: "It reads the text as a reader does, and knows which abbreviations are explained.",
    run: checkText,
  },
  {
    name: "append-facts",
    needs: ["place-charts", "resolve-directives", "check-markdown", "check-prose"],
    why: "Directives and charts use facts, and the checks are about what the author wrote.",
    run: ({ tree, facts, words }) =>
      void tree.children.push(...factNotes(facts, words), ...sourcesAndDates(facts, words)),
  },
  {
    name: "resolve-citations",
    needs: ["release-citations", "append-facts"],
    why: "The sources of facts are citations, too.",
    run: ({ tree, input, citations, report }) =>
      resolveCitations(tree, { library: input.context.citations, found: citations, report }),
  },
  {
    name: "split-links",
    needs: ["resolve-citations"],
    why: "A style that cites in notes makes references to notes.",
    run: ({ tree }) => splitLinks(tree),
  },
  {
    name: "set-note-languages",
    needs: ["resolve-directives", "append-facts"],
    why: "The directive of a block gives its language, and facts have notes, too.",
    run: ({ tree, input }) => setNoteLanguages(tree, input.language),
  },
  {
    name: "smarten-punctuation",
    needs: ["check-prose", "append-facts", "set-note-languages"],
    why: "The checks compare the text with the source, the sources of facts are text, too, and marks follow the language.",
    run: ({ tree, input }) => input.smartPunctuation !== false && smartenPunctuation(tree, input.language),
  },
  {
    name: "join-wide-lines",
    needs: ["smarten-punctuation"],
    why: "Chinese quotation marks are wide characters.",
    run: ({ tree, input }) => joinWideLines(tree, input.language),
  },
  {
    name: "take-title",
    needs: ["check-markdown", "join-wide-lines"],
    why: "The order of headings is checked with the title among them, and the title has its marks.",
    run: setTitle,
  },
];

function resolveAll({ tree, source, words, facts, report, diagnostics, input }: MarkdownArticle): void {
  const reporter = pluginReporter(source, diagnostics);
  const { language, file } = input;
  const plugins = { language, file: file.shown, report, reporter, diagnostics };
  resolveDirectives(tree, source.text, { words, facts, report }, plugins);
}

function checkText({ tree, input, abbreviations, report }: MarkdownArticle): void {
  const terms = input.context.glossary?.terms.flatMap(({ forms }) => [...forms.keys()]) ?? [];
  const explained = new Set([...abbreviations.keys(), ...terms]);
  checkProse(tree, input.file.text, input.language, explained, input.prose ?? { style: false }, report);
}

function setTitle(article: MarkdownArticle): void {
  const { tree, input, report } = article;
  const { title: written, smartPunctuation, language } = input;
  const smart = written === undefined || smartPunctuation === false ? written : smartenText(written, language);
  article.title = takeTitle(tree, smart, input.fallback, report);
  const { text } = article.title;
  const heading = article.title.heading ?? (written === undefined ? undefined : markedTitle(input));
  article.titleContent = heading ? titleContent(heading, tree, report) : [{ type: "text", value: text }];
}

function markedTitle({ titleHeading, smartPunctuation, language }: DraftInput): Heading | undefined {
  if (titleHeading && smartPunctuation !== false)
    visit(titleHeading, "text", (node) => void (node.value = smartenText(node.value, language)));
  return titleHeading;
}
