/** Whether a person sits here, before a screen: not in a pipe, on a build server, or on Linux without a desktop. */
export function hasBrowser(
  { CI, DISPLAY, WAYLAND_DISPLAY, SSH_CONNECTION }: NodeJS.ProcessEnv,
  isTerminal: boolean,
  platform: string,
): boolean {
  if (CI || SSH_CONNECTION || !isTerminal) return false;
  return platform !== "linux" || Boolean(DISPLAY ?? WAYLAND_DISPLAY);
}

/** Opens an address in the person's browser; says so where that fails. */
export async function openInBrowser(address: string, onFailure: () => void): Promise<void> {
  try {
    const { default: open } = await import("open");
    const child = await open(address);
    child.once("error", onFailure);
    child.once("exit", (code) => code && onFailure());
  } catch {
    onFailure();
  }
}
