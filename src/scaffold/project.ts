/** Detected data of a project. */
export interface Project {
  /** Name of its folder. */
  readonly name: string;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Version of Offprint. */
  readonly version: string;
  readonly author?: string | undefined;
  /** Host of its repository, from its remote; defaults to GitHub. */
  readonly forge: "github" | "gitlab";
  /** Usual address of the site that it publishes, if its remote is on GitHub or GitLab. */
  readonly url?: string | undefined;
  /** Branch to publish: the remote's default branch, or the one checked out. */
  readonly branch: string;
  /** Whether it already has articles. */
  readonly hasContent: boolean;
}
