/** For phones, opened from a printed code: small, with system fonts. */
export const checkPageStyle = `
:root {
  color-scheme: light dark;
  --ink: light-dark(#1c1b19, #e8e4db);
  --soft: light-dark(#55524c, #b5afa3);
  --rule: light-dark(#dcd8cf, #3d3a34);
  --paper: light-dark(#ffffff, #191816);
  --good: light-dark(#1d6b3a, #8fd3a5);
  --bad: light-dark(#a32514, #f2a497);
  --link: light-dark(#1f5f8b, #8ec5ec);
}
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.5 system-ui, sans-serif; }
main { max-width: 38rem; margin-inline: auto; padding: 1.25rem 1.25rem 3rem; }
h1 { margin-block: 0 1rem; font-size: 1.5rem; line-height: 1.25; }
h2 { margin-block: 2rem 0.4rem; font-size: 1.1rem; }
h3 { margin-block: 0.8rem 0.2rem; font-size: 1rem; }
p { margin-block: 0 0.4rem; }
a { color: var(--link); }
ol, ul { margin: 0; padding: 0; list-style: none; }
code { font-size: 1.05em; }
.question, .days { color: var(--soft); }
.releases > li { margin-block: 0.9rem; padding: 0.8rem 1rem; border: 1px solid var(--rule); border-radius: 0.4rem; }
.releases > li:target { border: 3px solid currentColor; padding: calc(0.8rem - 2px) calc(1rem - 2px); }
.releases h2 { margin-block-start: 0; }
.current { color: var(--good); font-weight: 600; }
.superseded, .expired { color: var(--bad); font-weight: 600; }
.changes { padding-inline-start: 1.2rem; list-style: disc; }
.files > li, .facts > li { padding-block: 0.55rem; border-block-start: 1px solid var(--rule); }
.facts p { margin-block: 0; }
[hidden] { display: none; }
`;
