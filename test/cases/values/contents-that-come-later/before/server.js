import { createServer } from "node:http";

/** Answers on the loopback; counts what it was asked. */
export async function listen() {
  let asked = 0;
  const server = createServer((request, response) => {
    asked++;
    if (request.url === "/lost") {
      response.write("part");
      setTimeout(() => response.destroy(), 10);
      return;
    }
    response.setHeader("x-path", request.url);
    response.end("body of ".repeat(1000) + request.url);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { base: `http://127.0.0.1:${server.address().port}`, asked: () => asked, close: () => server.close() };
}
