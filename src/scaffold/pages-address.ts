interface Forge {
  /** Host of its repositories. */
  readonly host: RegExp;
  /** Domain below which each owner has a subdomain. */
  readonly pages: string;
}

/**
 * https://docs.github.com/pages/getting-started-with-github-pages/what-is-github-pages,
 * https://docs.gitlab.com/user/project/pages/getting_started_part_one
 */
const forges: readonly Forge[] = [
  { host: /^(?:www\.|ssh\.)?github\.com$/i, pages: "github.io" },
  { host: /^(?:altssh\.)?gitlab\.com$/i, pages: "gitlab.io" },
];

/** The host and the path of a repository, in an address or in the short form of SSH: `git@host:owner/name.git`. */
const remoteForms = [
  /^(?:https?|ssh|git):\/\/(?:[^@/]*@)?([\w.-]+)(?::\d+)?\/([\w./-]+)$/i,
  /^(?:[^@/]*@)?([\w.-]+):([\w./-]+)$/,
];

/**
 * Returns the usual address of the site that a repository on GitHub or GitLab publishes, from the address of its remote;
 * `undefined` for other hosts. A site with a domain of its own, or with GitLab's unique domain, has another.
 */
export function pagesAddress(remote: string): string | undefined {
  const [, host = "", path = ""] = remoteForms.map((form) => form.exec(remote)).find((match) => match !== null) ?? [];
  const forge = forges.find((one) => one.host.test(host));
  const [owner, ...rest] = path
    .replace(/\/$/, "")
    .replace(/\.git$/, "")
    .split("/")
    .filter(Boolean);
  if (!forge || owner === undefined || rest.length === 0) return undefined;
  // Host names have no upper case.
  const site = `${owner.toLowerCase()}.${forge.pages}`;
  const folder = rest.join("/");
  return folder.toLowerCase() === site ? `https://${site}/` : `https://${site}/${folder}/`;
}
