/** `npm run dev`: the server with live reload of code and content. */
import { createServer, type RequestListener } from "node:http";
import type { RequestHandler } from "express";
import { createServer as createVite } from "vite";
import { env } from "#app/env.server.ts";

const http = createServer();
const vite = await createVite({
  configFile: "remix.config.js",
  server: { middlewareMode: true, hmr: { server: http } },
});

const answer: RequestHandler = async (request, response) => {
  try {
    const main = (await vite.ssrLoadModule("/app/server/main.ts")) as {
      developmentApp: (middleware: RequestHandler) => Promise<RequestListener>;
    };
    const app = await main.developmentApp(vite.middlewares as RequestHandler);
    app(request, response);
  } catch (error) {
    if (error instanceof Error) vite.ssrFixStacktrace(error);
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    response.statusCode = 500;
    response.setHeader("Content-Type", "text/plain; charset=utf-8");
    response.end(error instanceof Error ? error.message : String(error));
  }
};
http.on("request", (request, response) => {
  void answer(request as never, response as never, () => response.end());
});
http.listen(env.PORT, env.HOST, () => {
  process.stdout.write(`Waymark in development on ${env.ORIGIN}; edits of code and content show at once.\n`);
});
