/** What a page of the add-on asks of the workbook. */
export type Request =
  | { readonly call: number; readonly name: string; readonly args: unknown[] }
  | { readonly close: true };

/** What it is answered. */
export type Answer = { readonly answer: number; readonly value?: unknown; readonly error?: string };

/** The page's HTML with google.script.run in place before any script of its own. */
export function withScriptRun(html: string): string {
  const script = `<script>(${installScriptRun.toString()})();</script>`;
  return /<head[^>]*>/i.test(html) ? html.replace(/<head[^>]*>/i, (head) => head + script) : script + html;
}

/** Runs inside the page's frame, from its source text: it must not use anything outside itself. */
function installScriptRun(): void {
  interface Handlers {
    success?: (value: unknown, user?: unknown) => void;
    failure?: (error: Error, user?: unknown) => void;
    user?: unknown;
  }
  const waiting = new Map<number, Handlers>();
  let calls = 0;
  const isLegal = (value: unknown): boolean => {
    if (typeof value === "function" || value instanceof Date || value instanceof Node) return false;
    return typeof value !== "object" || value === null || Object.values(value).every(isLegal);
  };
  const send = (handlers: Handlers, name: string, args: unknown[]) => {
    const index = args.findIndex((arg) => !isLegal(arg));
    if (index >= 0) throw new TypeError(`Failed due to illegal value in property: ${index}`);
    const call = ++calls;
    waiting.set(call, handlers);
    parent.postMessage({ call, name, args: JSON.parse(JSON.stringify(args)) }, "*");
  };
  const runner = (handlers: Handlers): object =>
    new Proxy(
      {},
      {
        get: (_, name: string) => {
          if (name === "withSuccessHandler") return (success: never) => runner({ ...handlers, success });
          if (name === "withFailureHandler") return (failure: never) => runner({ ...handlers, failure });
          if (name === "withUserObject") return (user: unknown) => runner({ ...handlers, user });
          return (...args: unknown[]) => send(handlers, name, args);
        },
      },
    );
  addEventListener("message", ({ data }) => {
    const handlers = waiting.get(data?.answer);
    if (!handlers) return;
    waiting.delete(data.answer);
    if (data.error === undefined) handlers.success?.(data.value, handlers.user);
    else if (handlers.failure) handlers.failure(new Error(data.error), handlers.user);
    else console.error(data.error);
  });
  const host = { close: () => parent.postMessage({ close: true }, "*"), editor: { focus() {} } };
  Object.assign(window, { google: { script: { run: runner({}), host } } });
}
