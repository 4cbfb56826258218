/** A cited work with the surrounding text. */
export interface Cite {
  readonly key: string;
  /** Text before it: "see ". */
  readonly prefix: string;
  /** Locator in the work: a CSL term and a value. */
  readonly locator?: { readonly label: string; readonly value: string };
  readonly suffix: string;
  /** `-@key`: the text already names the author. */
  readonly suppressAuthor: boolean;
}

/** The cites in one pair of brackets, or a key in the text, where its author is named. */
export interface Cluster {
  readonly kind: "brackets" | "narrative";
  readonly cites: readonly Cite[];
}

const key = String.raw`[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?~/](?=[\p{L}\p{N}_]))*`;
const cite = new RegExp(String.raw`^(?<prefix>.*?)(?<minus>-?)@(?<key>${key})(?<rest>.*)$`, "su");
const narrative = new RegExp(String.raw`^@(?<key>${key})(?: \[(?<where>.*)\])?$`, "su");

/** Parses a citation in the syntax that `remarkCitations` accepts. */
export function parseCitation(value: string): Cluster {
  const found = narrative.exec(value)?.groups;
  if (found) {
    const after = found["where"] === undefined ? "" : `, ${found["where"]}`;
    return {
      kind: "narrative",
      cites: [{ key: found["key"] ?? "", prefix: "", suppressAuthor: false, ...split(after) }],
    };
  }
  const parts = value.slice(1, -1).replaceAll(/\s+/g, " ").split(";");
  return { kind: "brackets", cites: parts.map(parseCite) };
}

function parseCite(text: string): Cite {
  const { prefix = "", minus, key: name = "", rest = "" } = cite.exec(text)?.groups ?? {};
  return { key: name, prefix: prefix.trimStart(), suppressAuthor: minus === "-", ...split(rest.trimEnd()) };
}

/** CSL locator terms by authors' abbreviations. */
const labels: ReadonlyMap<string, string> = new Map([
  ...each("page", "p pp page pages s str pág págs с стр σ σσ σελ tr ص עמ עמ׳ עמ' น หน้า पृ पृष्ठ পৃ পৃষ্ঠা ப பக்"),
  ...each("chapter", "chap chaps ch chapter chapters kap гл κεφ فصل פרק บท अध्याय bölüm chương"),
  ...each("section", "sec secs section sections § §§"),
  ...each("paragraph", "para paras paragraph paragraphs ¶ ¶¶"),
  ...each("figure", "fig figs figure figures"),
  ...each("line", "l ll line lines"),
  ...each("note", "n nn note notes"),
  ...each("issue", "no nos issue"),
  ...each("part", "pt pts part parts"),
  ...each("volume", "vol vols volume volumes"),
  ...each("verse", "v vv verse verses"),
  ...each("column", "col cols column columns"),
  ...each("folio", "fol fols folio"),
  ...each("book", "bk bks book books"),
  ...each("sub-verbo", "s.v"),
]);

/** The same for terms after the number, as in Chinese, Japanese and Korean. */
const counters: ReadonlyMap<string, string> = new Map([
  ...each("page", "頁 页 ページ 쪽 페이지 면"),
  ...each("chapter", "章 장"),
  ...each("section", "節 节 절"),
  ...each("volume", "巻 卷 권"),
  ...each("issue", "号 號 期 호"),
]);

function each(label: string, forms: string): [form: string, label: string][] {
  return forms.split(" ").map((form) => [form, label]);
}

const number = String.raw`(?:[\p{L}.]{0,3}\p{N}[\p{L}\p{N}.]*(?<!\.)|[ivxlcdm]+)`;
const where = new RegExp(
  String.raw`^,? *(?:(?<form>[\p{L}\p{M}.'׳]+?|§+|¶+)\.? *)??(?<value>${number}(?: *[-–—,&] *${number})*)(?![\p{L}\p{N}])`,
  "u",
);

const counted = new RegExp(
  String.raw`^[,，、]? *第? ?(?<value>\p{N}+(?: ?[-–—~〜] ?\p{N}+)*) ?(?<form>${[...counters.keys()].join("|")})`,
  "u",
);

/** Splits ", p. 4 and more" into the locator "4", a page, and the suffix " and more". A bare number is a page. */
function split(rest: string): Pick<Cite, "locator" | "suffix"> {
  const found = counted.exec(rest) ?? where.exec(rest);
  const { form, value = "" } = found?.groups ?? {};
  const label = form === undefined ? "page" : (counters.get(form) ?? labels.get(form.toLowerCase()));
  if (!found || label === undefined) return { suffix: rest };
  return { locator: { label, value }, suffix: rest.slice(found[0].length) };
}
