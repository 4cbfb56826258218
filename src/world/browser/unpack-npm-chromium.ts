import { createReadStream, createWriteStream } from "node:fs";
import { chmod, mkdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip } from "node:zlib";
import { unpackTar } from "modern-tar/fs";

/**
 * The package's own fontconfig file names folders of another system; this one names the folder beside it. See
 * https://www.freedesktop.org/software/fontconfig/fontconfig-user.html for `prefix="relative"`.
 */
const fontConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/** Unpacks the tarball of the npm package into `folder`: the program, its libraries, its fonts. */
export async function unpackNpmChromium(
  tarball: string,
  folder: string,
  onProgress: (fraction: number) => void,
): Promise<void> {
  const raw = join(folder, "raw");
  await mkdir(raw, { recursive: true });
  await pipeline(createReadStream(tarball), createGunzip(), unpackTar(raw));
  const packed = (name: string): string => join(raw, "package", "bin", name);

  for (const archive of ["al2023.tar.br", "swiftshader.tar.br", "fonts.tar.br"]) {
    await pipeline(createReadStream(packed(archive)), createBrotliDecompress(), unpackTar(folder));
  }
  await writeFile(join(folder, "fonts.conf"), fontConfiguration);

  const program = join(folder, "chromium");
  const meter = measure((await stat(packed("chromium.br"))).size, onProgress);
  const source = createReadStream(packed("chromium.br"));
  await pipeline(source, meter, createBrotliDecompress(), createWriteStream(program));
  await chmod(program, 0o755);
  await rm(raw, { recursive: true });
}

/** Returns a stream that passes bytes through and reports the fraction seen so far. */
function measure(total: number, onProgress: (fraction: number) => void): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      seen += chunk.length;
      onProgress(seen / total);
      done(undefined, chunk);
    },
  });
}
