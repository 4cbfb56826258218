import { type Audience, type Edition, type EditionName, editions } from "./edition.ts";
import { fromPlugins } from "./plugin/scope.ts";

/** Returns the built-in editions, then those of the run's plug-ins. */
function everyEdition(): Readonly<Record<string, Edition>> {
  const formats = new Map(fromPlugins("formats").map(({ item }) => [item.name, item]));
  const named = fromPlugins("editions").map(({ item }) => item);
  const implied = [...formats.keys()].filter((name) => named.every(({ format }) => format !== name));
  const added = [...named, ...implied.map((name) => ({ name, format: name }))].map(
    ({ name, format, ...rest }): [string, Edition] => {
      const { extension } = formats.get(format) ?? {};
      const described = { description: `An edition in the format ${format}.`, label: name, ...rest };
      return [name, { medium: "screen", suffix: "", ...described, format, ...(extension && { extension }) }];
    },
  );
  return added.length === 0 ? editions : { ...editions, ...Object.fromEntries(added) };
}

export function everyEditionName(): EditionName[] {
  return Object.keys(everyEdition());
}

export function findEdition(name: EditionName): Edition | undefined {
  const every = everyEdition();
  return Object.hasOwn(every, name) ? every[name] : undefined;
}

/** Returns an edition that is known to exist. */
export function editionOf(name: EditionName): Edition {
  const edition = findEdition(name);
  if (!edition) throw new Error(`There is no edition "${name}".`);
  return edition;
}

/** Returns the editions that a name in a condition refers to: the edition of that name and its variants. */
export function editionsNamed(named: string): EditionName[] {
  return everyEditionName().filter((name) => name === named || editionOf(name).variantOf === named);
}

/** Returns the editions for an audience. */
export function editionsFor(audience: Audience): EditionName[] {
  return everyEditionName().filter((name) => (editionOf(name).audience ?? "reader") === audience);
}

/** Returns the file name of a publication's edition: `slug.epub`, `slug.a4.pdf`. */
export function editionFile(slug: string, name: EditionName): string {
  const { suffix, format, extension = format } = editionOf(name);
  return `${slug}${suffix}.${extension}`;
}
