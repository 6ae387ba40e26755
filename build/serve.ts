import { context } from "esbuild";
import { buildAddon } from "./addon";
import { buildLocal, localFolder } from "./local";

/** Serves the built page on this computer only, at the next free port from 8000 on. */
export async function serveLocal(): Promise<{ address: string; stop: () => Promise<void> }> {
  const server = await context({ entryPoints: [], logLevel: "silent" });
  const { port } = await server.serve({ host: "127.0.0.1", servedir: localFolder });
  return { address: `http://127.0.0.1:${port}/`, stop: () => server.dispose() };
}

if (process.argv[1]?.endsWith("serve.ts")) {
  await buildAddon();
  await buildLocal();
  const { address } = await serveLocal();
  console.log(`The local workbook is at ${address}   (Ctrl+C ends it)`);
}
