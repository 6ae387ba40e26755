import { context } from "esbuild";

/** A server that is running. */
export interface LocalServer {
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/** Serves a folder to this computer only, at the next free port from 8000 on. */
export async function serveFolder(folder: string): Promise<LocalServer> {
  const server = await context({ entryPoints: [], logLevel: "silent" });
  const { port } = await server.serve({ host: "127.0.0.1", servedir: folder });
  return { address: `http://127.0.0.1:${port}/`, stop: () => server.dispose() };
}
