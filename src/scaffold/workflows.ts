import type { Project } from "./project.ts";

/** https://docs.github.com/actions; each action is pinned to the commit of the named version. */
export function workflow({ version, branch }: Pick<Project, "version" | "branch">): string {
  return `name: Publications

on:
  push:
    branches: [${JSON.stringify(branch)}]
  pull_request:

permissions:
  contents: read

jobs:
  build:
    runs-on: ubuntu-latest
    timeout-minutes: 30
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false

      - uses: actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0
        with:
          node-version: "24"

      - name: Keep what was made and fetched
        uses: actions/cache@55cc8345863c7cc4c66a329aec7e433d2d1c52a9 # v6.1.0
        with:
          path: |
            ~/.cache/offprint
            ~/.cache/puppeteer
            previous
          key: offprint-\${{ runner.os }}-\${{ github.sha }}
          restore-keys: offprint-\${{ runner.os }}-

      # Ubuntu keeps the namespaces that the browser's sandbox is made of from programs it does not know.
      - name: Let the browser have its sandbox
        run: sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0

      # Plug-ins, fonts, and the version of Offprint that the project names.
      - name: Install what the project needs
        if: hashFiles('package-lock.json') != ''
        run: npm ci

      - name: Build and check
        run: |
          mkdir -p previous
          ${command(version)} build --strict --reporter github --previous previous

      - name: Keep the list of versions for the next build
        run: cd dist && cp --parents */manifest.json */releases.json ../previous

      - uses: actions/upload-pages-artifact@7b1f4a764d45c48632c6b24a0339c27f5614fb0b # v4.0.0
        with:
          path: dist

  publish:
    if: github.event_name == 'push'
    needs: build
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      pages: write
      id-token: write
    environment:
      name: github-pages
    steps:
      - uses: actions/deploy-pages@d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e # v4.0.5
`;
}

/** Returns the command for the installed Offprint of the project, or else for this version. */
function command(version: string): string {
  return `npx --yes $(test -e node_modules/offprint && echo offprint || echo offprint@${version})`;
}

/** https://docs.gitlab.com/ci/yaml */
export function pipeline({ version }: Project): string {
  return `pages:
  image: node:24
  cache:
    key: offprint
    paths: [.cache/]
  variables:
    OFFPRINT_CACHE: $CI_PROJECT_DIR/.cache/offprint
  script:
    - if [ -f package-lock.json ]; then npm ci; fi
    - ${command(version)} build --strict --out public
  artifacts:
    paths: [public]
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
`;
}
