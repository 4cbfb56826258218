/** A finished file that can be downloaded for a while. */
export interface HeldArtifact {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Files by the digest of their bytes, so that only those who know the content can guess the address. */
export interface ArtifactStore {
  readonly size: () => number;
  readonly put: (sha256: string, artifact: HeldArtifact) => void;
  readonly get: (sha256: string) => HeldArtifact | undefined;
}

/** Keeps files in memory up to `mostBytes`, evicting the oldest first, and for at most `longest` milliseconds. */
export function createArtifactStore(now: () => Date, mostBytes: number, longest: number): ArtifactStore {
  const held = new Map<string, { readonly artifact: HeldArtifact; readonly until: number }>();
  let size = 0;
  const drop = (key: string): void => {
    size -= held.get(key)?.artifact.bytes.length ?? 0;
    held.delete(key);
  };
  const tidy = (room: number): void => {
    const time = now().getTime();
    for (const [key, { until }] of held) {
      if (until > time && size + room <= mostBytes) return;
      drop(key);
    }
  };
  return {
    size: () => size,
    put(key, artifact) {
      drop(key);
      tidy(artifact.bytes.length);
      held.set(key, { artifact, until: now().getTime() + longest });
      size += artifact.bytes.length;
    },
    get(key) {
      tidy(0);
      return held.get(key)?.artifact;
    },
  };
}
