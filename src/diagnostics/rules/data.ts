import { error, info, warning, type Rule } from "../rule.ts";

/** Facts, charts and rosters. */
export const dataRules = {
  // Facts
  factsShape: warning(
    "facts.yaml has known keys with values of the right kind.",
    "A fact with a value that does not fit is left out.",
  ),
  factDefined: warning(
    "A fact that a text refers to is in facts.yaml.",
    "The reference is printed as it is written; a chart that asks for the fact is printed as its source.",
  ),
  factUsed: info("A fact that is in facts.yaml is referred to."),
  factCurrent: warning("A fact is checked again by its due day."),
  reviewCurrent: warning("A text is reviewed again by its due day."),

  // Charts
  chartShape: warning(
    "A chart has known keys with values of the right kind, a caption and a written summary among them.",
    "Keys that are not known are left out; where more is wrong, its data are shown as a table, or its source as code.",
  ),
  chartData: warning(
    "A chart's data are complete rows, with the columns that it names and numbers where it draws them.",
    "Its data are shown as a table, or its source as code.",
  ),
  chartDrawn: warning("A chart's specification can be drawn.", "Its data are shown as a table, or its source as code."),
  diagramDrawn: warning(
    "A diagram is well-formed in its language, and of a size that can be drawn.",
    "Its source is shown as code.",
  ),
  diagramTool: warning(
    "The program that draws a diagram is installed: for Mermaid, a browser and the package mermaid.",
    "Its source is shown as code.",
  ),
  diagramDescribed: info("A diagram has an alternative text."),
  diagramLegible: info("The words of a diagram are about as large as the text in large print."),
  chartGlyphs: warning("The template's fonts have a glyph for every character of a chart."),

  // Tables
  tableData: warning(
    "A file that a table is made of is well-formed CSV, with rows of one length and the columns that are asked for.",
    "What is missing is empty; a file that cannot be read leaves its caption.",
  ),

  // Rosters and forms (`offprint merge`, `offprint collect`)
  rosterShape: error(
    "A roster is a CSV file with a row of names, and below it a row of as many values for each person.",
  ),
  rosterComplete: error(
    "A roster has a column for each variable that the text needs, and a value where one is needed.",
  ),
  rosterValue: error("A value of a roster has the type that the text requires."),
  rosterUsed: warning("The text uses each column of a roster."),
  formReadable: warning("A collected file is a PDF with fields.", "It is left out of the table."),
  formExpected: warning(
    "A collected form belongs to the print run, has its fields, and is the only one of its person.",
    "It is in the table as it is.",
  ),
  formFilled: warning("A collected form has a field that is filled in.", "It is in the table as it is."),
  mergeLeftovers: warning("The folder of a merge has no leftover files of an earlier merge."),
} as const satisfies Record<string, Rule>;
