import { execFileSync, spawn, spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import type { Server } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

/** A server of a test's own, on the loopback alone, gone when the test is over. */
export interface RedisServer {
  readonly port: number;
  readonly folder: string;
  /** Runs `redis-cli` against it and returns what it prints. */
  cli(...args: string[]): string;
  /** The same with another password. */
  cli2(password: string, ...args: string[]): string;
  signal(name: "SIGSTOP" | "SIGCONT" | "SIGKILL"): void;
  /** Starts it again on the same port, empty. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export interface RedisOptions {
  readonly args?: readonly string[];
  readonly tls?: boolean;
  readonly password?: string;
  readonly port?: number;
  /** The arguments begin with a file, and most options of a server are none of a sentinel. */
  readonly isSentinel?: boolean;
  /** Default: Redis, or Valkey where that alone is installed. */
  readonly binary?: string;
}

const [BINARY = "redis-server"] = installed("redis-server", "valkey-server");

/** The client that came with the server. */
export const CLI = cliOf(BINARY);

/** What to say in place of the tests where there is no server to run them with. */
export const NO_REDIS: string | false =
  installed(BINARY).length === 0 &&
  "needs redis-server: install it (Debian: apt-get install redis-server) and run the tests again";

export const NO_VALKEY: string | false =
  installed("valkey-server").length === 0 &&
  "needs valkey-server: install it (from Debian 13 on: apt-get install valkey-server) and run the tests again";

export const NO_OPENSSL: string | false =
  spawnSync("openssl", ["version"]).status !== 0 && "needs openssl for a certificate";

function cliOf(binary: string): string {
  return binary.replace("-server", "-cli");
}

function installed(...names: readonly string[]): string[] {
  return names.filter((name) => spawnSync(name, ["--version"]).status === 0);
}

/** Nobody listens there. Not one of the ports that systems give to connections: those of other tests take them all the while. */
export async function freePort(): Promise<number> {
  const server = createServer();
  for (;;) {
    const port = randomInt(10_000, 30_000);
    server.listen(port, "127.0.0.1");
    if (!(await isListening(server))) continue;
    server.close();
    await once(server, "close");
    return port;
  }
}

/** False where the port is taken. */
async function isListening(server: Server): Promise<boolean> {
  try {
    await once(server, "listening");
    return true;
  } catch {
    return false;
  }
}

export async function startRedis(options: RedisOptions = {}): Promise<RedisServer> {
  const port = options.port ?? (await freePort());
  const folder = mkdtempSync(path.join(tmpdir(), "astrocache-redis-"));
  if (options.tls === true) makeCertificate(folder);
  const binary = options.binary ?? BINARY;
  const cli = cliOf(binary);
  const command = [binary, ...argumentsOf(port, folder, options)];
  let child = await launch(command, port);
  return {
    port,
    folder,
    cli: (...rest) => execFileSync(cli, [...cliArguments(port, folder, options), ...rest], { encoding: "utf8" }).trim(),
    cli2: (password, ...rest) =>
      execFileSync(cli, [...cliArguments(port, folder, { ...options, password }), ...rest], {
        encoding: "utf8",
      }).trim(),
    signal: (name) => void process.kill(child.pid, name),
    async restart() {
      await end(child);
      child = await launch(command, port);
    },
    async stop() {
      await end(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A sentinel that watches one server, under the name `main`. */
export async function startSentinel(master: RedisServer, password: string): Promise<RedisServer> {
  const folder = mkdtempSync(path.join(tmpdir(), "astrocache-sentinel-"));
  const file = path.join(folder, "sentinel.conf");
  writeFileSync(
    file,
    `dir ${folder}\nsentinel monitor main 127.0.0.1 ${master.port} 1\nsentinel auth-pass main ${password}\n`,
  );
  const server = await startRedis({ args: [file, "--sentinel"], isSentinel: true });
  return { ...server, stop: () => server.stop().finally(() => rmSync(folder, { recursive: true, force: true })) };
}

function argumentsOf(port: number, folder: string, { tls, password, args = [], isSentinel }: RedisOptions): string[] {
  if (isSentinel === true) return [...args, "--port", `${port}`, "--bind", "127.0.0.1"];
  const secure = ["--port", "0", "--tls-port", `${port}`, "--tls-auth-clients", "no"];
  const files = [
    "--tls-cert-file",
    `${folder}/cert.pem`,
    "--tls-key-file",
    `${folder}/key.pem`,
    "--tls-ca-cert-file",
    `${folder}/cert.pem`,
  ];
  const base = ["--bind", "127.0.0.1", "--dir", folder, "--save", "", "--appendonly", "no", "--loglevel", "warning"];
  return [
    ...base,
    ...(tls === true ? [...secure, ...files] : ["--port", `${port}`]),
    ...(password === undefined ? [] : ["--requirepass", password]),
    ...args,
  ];
}

function cliArguments(port: number, folder: string, { tls, password }: RedisOptions): string[] {
  const place = ["-h", "127.0.0.1", "-p", `${port}`];
  return [
    ...place,
    ...(tls === true ? ["--tls", "--cacert", `${folder}/cert.pem`] : []),
    ...(password === undefined ? [] : ["--no-auth-warning", "-a", password]),
  ];
}

interface Launched {
  /** Of the server itself. */
  readonly pid: number;
  readonly keeper: ChildProcess;
}

/** Ends the server when its input ends: also where the process of the tests is killed, and can end nothing itself. */
const KEEPER = '"$0" "$@" >/dev/null 2>&1 & echo $!; cat; kill -9 $!';

/** For a server to start, on a machine that is busy. */
const START_MS = 60_000;

async function launch(command: readonly string[], port: number): Promise<Launched> {
  const keeper = spawn("sh", ["-c", KEEPER, ...command], { stdio: ["pipe", "pipe", "ignore"] });
  const [line] = (await once(keeper.stdout, "data")) as [Buffer];
  const launched = { keeper, pid: Number(line.toString()) };
  for (const until = performance.now() + START_MS; performance.now() < until;) {
    if (await answers(port)) return launched;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  await end(launched);
  throw new Error(`no server came up on port ${port}`);
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

async function end({ keeper }: Launched): Promise<void> {
  if (keeper.exitCode !== null) return;
  const ended = once(keeper, "exit");
  keeper.stdin?.end();
  await ended;
}

function makeCertificate(folder: string): void {
  const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1,DNS:localhost"];
  const key = ["-newkey", "rsa:2048", "-nodes", "-keyout", `${folder}/key.pem`, "-out", `${folder}/cert.pem`];
  execFileSync("openssl", ["req", "-x509", "-days", "2", ...key, ...subject], { stdio: "ignore" });
}
