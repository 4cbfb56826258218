import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { longText } from "./long-text.ts";

/** Sections per chapter, which make it ten thousand characters long. */
const sections = 6;

/** Writes a book with this many chapters into a new folder. Returns the names of its text files in order. */
export function writeBook(folder: string, chapters: number): string[] {
  mkdirSync(folder, { recursive: true });
  const numbers = Array.from({ length: chapters }, (_, index) => String(index + 1).padStart(3, "0"));
  const names = numbers.map((number) => `chapter-${number}.md`);
  const settings = { title: "A book", date: "2026-11-01", language: "en", chapters: names };
  writeFileSync(join(folder, "publication.yaml"), JSON.stringify(settings));
  for (const number of numbers) writeFileSync(join(folder, `chapter-${number}.md`), chapter(number));
  return names.map((name) => join(folder, name));
}

/** Names must be unique in a book; a chapter has no date of its own. */
function chapter(number: string): string {
  const text = longText(sections).replace(/^---\n[^]*?\n---\n/, "");
  return `# Chapter ${number}\n${text.replaceAll("{#numbers-", `{#numbers-${number}-`)}`;
}
