/** A command line and its purpose. */
type Example = readonly [line: string, purpose: string];

/** Examples for the help and the guide; a test checks that Offprint parses every line. */
export const examples: Readonly<Record<string, readonly Example[]>> = {
  build: [
    ["build article.md", "web page, e-book and handout into dist/article/"],
    ["build report.docx --edition handout", "a PDF of a Word document"],
    ["build --format html,pdf --strict", "everything in content/; a warning stops it"],
    [
      "build --queue postgres://localhost/offprint",
      "everything in content/, made by `offprint work` on other machines",
    ],
    ["build - --from md --out made < notes.md", "from standard input"],
  ],
  check: [
    ["check", "everything in content/, warnings included"],
    ["check article.md --format html", "the fastest look at one text"],
    ["check --full", "with EPUBCheck and Ace too"],
  ],
  assemble: [["assemble part-1 part-2 --out dist", "after `build --shard 1/2` and `2/2` on two machines"]],
  dev: [
    ["dev", "a preview of everything in content/"],
    ["dev article.md --port 0", "one text, on a port that is free"],
  ],
  links: [
    ["links", "all addresses, those of the last week left out"],
    ["links article.md --fresh", "one text, all of its addresses"],
  ],
  facts: [
    ["facts", "what is due next"],
    ["facts --strict --reporter json", "for a program that runs every night"],
  ],
  verify: [
    ["verify dist", "everything that was made, against its manifests"],
    ["verify handout.pdf --manifest dist/my-article/manifest.json", "a file that came from elsewhere"],
    ["verify release", "a release that was downloaded, by its SHA256SUMS"],
    ["verify dist --rebuild", "make it again, and compare the bytes"],
  ],
  translate: [
    ["translate content/memo --to es", "article.es.md, a copy to be translated"],
    ["translate content/memo --mark", "all translations of it are up to date"],
    ["translate content/memo/article.es.md --mark --section costs", "one section is"],
  ],
  work: [
    ["work postgres://localhost/offprint --jobs 2", "beside `merge --queue` or `build --queue` with the same address"],
  ],
  status: [["status postgres://localhost/offprint", "how far each run is"]],
  collect: [["collect returned --out answers.csv --run merged/letter --roster people.csv", "forms that came back"]],
  serve: [["serve --port 4100", "then send a text: curl --data-binary @a.md -H 'content-type: text/markdown' …"]],
  merge: [
    ["merge people.csv content/letter --name surname", "a file for each row, named by a column"],
    ["merge people.csv letter.md --one-file", "one file for the printer"],
  ],
  import: [
    ["import report.docx", "Markdown of it, into content/report/"],
    ["import page.html --into content/page", "into a folder of your choice"],
  ],
  init: [["init", "begin a project in this folder"]],
  new: [["new my-article", "content/my-article/article.md"]],
  lsp: [["lsp", "editors start it"]],
  completion: [
    ["completion bash > ~/.local/share/bash-completion/completions/offprint", "for bash"],
    ["completion zsh > ~/.zfunc/_offprint", "for zsh, where that folder is in fpath"],
    ["completion fish > ~/.config/fish/completions/offprint.fish", "for fish"],
  ],
  doctor: [["doctor", "whenever something does not work"]],
};

/** Returns the examples of a command as lines of its help; of several commands, the first example of each. */
export function helpExamples(...names: readonly string[]): string {
  const list = names.flatMap((name) => (examples[name] ?? []).slice(0, names.length > 1 ? 1 : undefined));
  if (list.length === 0) return "";
  return `\nExamples:\n${list.map(([line, purpose]) => `  offprint ${line}\n      ${purpose}`).join("\n")}`;
}
