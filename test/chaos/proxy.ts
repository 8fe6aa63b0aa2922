import { once } from "node:events";
import { connect, createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";

/**
 * - `pass`: hands on.
 * - `delay`: hands on what the server says 200 ms later.
 * - `hole`: takes what comes and says nothing, on old and new connections.
 * - `garbage`: answers everything with bytes that are no protocol.
 * - `lies`: answers everything with a well-formed reply that nobody asked for.
 * - `reset`: ends every connection at once.
 */
export type ProxyMode = "pass" | "delay" | "hole" | "garbage" | "lies" | "reset";

export interface Proxy {
  readonly port: number;
  mode: ProxyMode;
  stop(): Promise<void>;
}

const DELAY_MS = 200;

/** Stands between the program and a server on the loopback, and misbehaves when told to. */
export async function startProxy(target: number): Promise<Proxy> {
  const sockets = new Set<Socket>();
  const proxy = { port: 0, mode: "pass" as ProxyMode, stop };
  const server = createServer((client) => {
    if (proxy.mode === "reset") return client.resetAndDestroy();
    const upstream = connect(target, "127.0.0.1");
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on("error", () => "the other side went away").on("close", () => sockets.delete(socket));
    }
    client.on("data", (chunk) => fromClient(proxy.mode, chunk, client, upstream)).on("close", () => upstream.destroy());
    upstream.on("data", (chunk) => fromServer(proxy.mode, chunk, client)).on("close", () => client.destroy());
    return undefined;
  });

  async function stop(): Promise<void> {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, "close");
  }

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  proxy.port = (server.address() as AddressInfo).port;
  return proxy;
}

function fromClient(mode: ProxyMode, chunk: Buffer, client: Socket, upstream: Socket): void {
  if (mode === "garbage") client.write(Buffer.from("\u0000\u00ffHTTP/1.1 400 Bad Request\r\n\r\n", "latin1"));
  else if (mode === "lies") client.write("$5\r\nwrong\r\n*2\r\n$1\r\n7\r\n$5\r\nwrong\r\n");
  else if (mode === "reset") client.resetAndDestroy();
  else if (mode !== "hole") upstream.write(chunk);
}

function fromServer(mode: ProxyMode, chunk: Buffer, client: Socket): void {
  if (mode === "pass") client.write(chunk);
  else if (mode === "delay") setTimeout(() => client.writable && client.write(chunk), DELAY_MS);
}
