import { diagnostic } from "../diagnostics/diagnostic.ts";
import { didYouMean } from "../diagnostics/nearest.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { Brand } from "./look.ts";
import type { ChosenConfig, OffprintConfig } from "./offprint-config.ts";
import { withProject } from "./with-project.ts";

/**
 * Overrides a configuration with one of its profiles. Keys of `rules`, `metadata` and `brand` are merged one by one.
 */
export function withProfile(config: OffprintConfig, name: string | undefined): Outcome<ChosenConfig> {
  const { profiles = {}, ...base } = config;
  const names = Object.keys(profiles);
  const chosen = names.length === 0 ? {} : { profile: { name, names } };
  if (name === undefined) return succeed({ ...base, ...chosen });
  const profile = Object.hasOwn(profiles, name) ? profiles[name] : undefined;
  if (!profile) {
    const there = names.length > 0 ? `Available: ${names.join(", ")}.` : "The configuration has none.";
    const hint = didYouMean(name, names) ?? there;
    return fail(diagnostic("commandShape", `There is no profile "${name}".`, hint));
  }
  const metadata = profile.metadata && withProject(profile.metadata, base.metadata);
  const brand = withBrand(profile.brand, base.brand);
  return succeed({
    ...base,
    ...profile,
    ...chosen,
    ...(profile.rules && { rules: { ...base.rules, ...profile.rules } }),
    ...(metadata && { metadata }),
    ...(brand && { brand }),
  });
}

/** Overrides a brand with another; colours, families and margins are merged one by one. */
export function withBrand(own: Brand | undefined, base: Brand | undefined): Brand | undefined {
  if (!own || !base) return own ?? base;
  return {
    ...base,
    ...own,
    colours: { ...base.colours, ...own.colours },
    typefaces: { ...base.typefaces, ...own.typefaces },
    margins: { ...base.margins, ...own.margins },
  };
}
