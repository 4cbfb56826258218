const table = (list: string): ReadonlyMap<string, string> =>
  new Map(
    list
      .trim()
      .split(/,\s+/)
      .map((pair) => pair.split(" "))
      .map(([name = "", sign = ""]) => [name, sign]),
  );

const prefixes = table(
  "yocto y, zepto z, atto a, femto f, pico p, nano n, micro µ, milli m, centi c, deci d, deca da, hecto h, kilo k, mega M, giga G, tera T, peta P, exa E, zetta Z, yotta Y",
);

const units = table(`
  ampere A, candela cd, kelvin K, kilogram kg, gram g, metre m, meter m, mole mol, second s, becquerel Bq, degreeCelsius °C, celsius °C,
  coulomb C, farad F, gray Gy, hertz Hz, henry H, joule J, katal kat, lumen lm, lux lx, newton N, ohm Ω, pascal Pa, radian rad, siemens S,
  sievert Sv, steradian sr, tesla T, volt V, watt W, weber Wb, day d, hour h, minute min, hectare ha, litre L, liter L, tonne t, dalton Da,
  electronvolt eV, decibel dB, percent %, degree °, arcminute ′, arcsecond ″, angstrom Å, astronomicalunit au, parsec pc, um µm, ug µg,
  us µs, ul µL, ml mL`);

const powers = table("square 2, squared 2, cubic 3, cubed 3");

/** Reads a siunitx number: `1.5e-3`, `5 +- 2`. */
export function readNumber(tex: string): string {
  return tex
    .replaceAll(/\s*(?:\+-|\\pm)\s*/g, " ± ")
    .replace(/(?:(\d)\s*)?[eEdD]([+-]?\d+)$/, (_, digit: string | undefined, power: string) =>
      digit === undefined ? `10${raised(power)}` : `${digit} × 10${raised(power)}`,
    )
    .replaceAll(/(?<![\w.])-(?=[\d.])/g, "−")
    .trim();
}

/** Reads a siunitx unit, written as commands (`\metre\per\second\squared`) or letters (`m.s^{-2}`). */
export function readUnit(tex: string): string {
  if (!tex.includes("\\")) {
    const spaced = tex.trim().replaceAll(/[.~]/g, "\u00A0");
    return spaced.replaceAll(/\^\{?(-?\d+)\}?/g, (_, power: string) => raised(power));
  }
  const parts: { text: string; sign: string; power: string }[] = [];
  let [prefix, sign, power] = ["", "", ""];
  for (const [, name = ""] of tex.matchAll(/\\([a-z]+)/gi)) {
    const last = parts.at(-1);
    if (name === "per") sign = "-";
    else if (/^(?:squared|cubed)$/.test(name) && last) last.power = powers.get(name) ?? "";
    else if (powers.has(name)) power = powers.get(name) ?? "";
    else if (prefixes.has(name)) prefix = prefixes.get(name) ?? "";
    else {
      parts.push({ text: prefix + (units.get(name) ?? name), sign, power });
      [prefix, sign, power] = ["", "", ""];
    }
  }
  return parts
    .map((part) => part.text + (part.sign + part.power && raised(part.sign + (part.power || "1"))))
    .join("\u00A0");
}

function raised(power: string): string {
  return `<sup>${power.replace("-", "−").replace("+", "")}</sup>`;
}
