/** Commands that astronomers use for journals (AASTeX 7, section 2.13.4; also in exports of NASA ADS). */
const table = `
aj: Astronomical Journal
actaa: Acta Astronomica
araa: Annual Review of Astronomy and Astrophysics
apj: Astrophysical Journal
apjl: Astrophysical Journal Letters
apjlett: Astrophysical Journal Letters
apjs: Astrophysical Journal Supplement Series
apjsupp: Astrophysical Journal Supplement Series
ao: Applied Optics
applopt: Applied Optics
apss: Astrophysics and Space Science
aap: Astronomy & Astrophysics
astap: Astronomy & Astrophysics
aapr: Astronomy and Astrophysics Review
aaps: Astronomy and Astrophysics Supplement Series
azh: Astronomicheskii Zhurnal
baas: Bulletin of the American Astronomical Society
bac: Bulletin of the Astronomical Institutes of Czechoslovakia
bain: Bulletin of the Astronomical Institutes of the Netherlands
caa: Chinese Astronomy and Astrophysics
cjaa: Chinese Journal of Astronomy and Astrophysics
fcp: Fundamentals of Cosmic Physics
gca: Geochimica et Cosmochimica Acta
grl: Geophysical Research Letters
iaucirc: IAU Circulars
icarus: Icarus
jcap: Journal of Cosmology and Astroparticle Physics
jcp: Journal of Chemical Physics
jgr: Journal of Geophysical Research
jqsrt: Journal of Quantitative Spectroscopy and Radiative Transfer
jrasc: Journal of the Royal Astronomical Society of Canada
memras: Memoirs of the Royal Astronomical Society
memsai: Memorie della Società Astronomica Italiana
mnras: Monthly Notices of the Royal Astronomical Society
na: New Astronomy
nar: New Astronomy Review
nat: Nature
nphysa: Nuclear Physics A
pasa: Publications of the Astronomical Society of Australia
pasj: Publications of the Astronomical Society of Japan
pasp: Publications of the Astronomical Society of the Pacific
physrep: Physics Reports
physscr: Physica Scripta
planss: Planetary and Space Science
pra: Physical Review A
prb: Physical Review B
prc: Physical Review C
prd: Physical Review D
pre: Physical Review E
prl: Physical Review Letters
procspie: Proceedings of the SPIE
qjras: Quarterly Journal of the Royal Astronomical Society
rmxaa: Revista Mexicana de Astronomía y Astrofísica
skytel: Sky and Telescope
solphys: Solar Physics
sovast: Soviet Astronomy
ssr: Space Science Reviews
zap: Zeitschrift für Astrophysik`;

const journals: ReadonlyMap<string, string> = new Map(
  table
    .trim()
    .split("\n")
    .map((line) => line.split(": "))
    .map(([name = "", journal = ""]) => [name, journal]),
);

/** Returns the journal name for a field that consists of such a command. */
export function journalOf(tex: string): string | undefined {
  const [, name = ""] = /^\{?\\([a-z]+)(?:\{\})?\}?$/i.exec(tex.trim()) ?? [];
  return journals.get(name.toLowerCase());
}
