import type { Notice, Notify } from "./data";

/** Does something and says what became of it, or why it failed, after words of its own. */
export async function tellOutcome(notify: Notify, work: () => Promise<Notice>, failed = ""): Promise<void> {
  try {
    notify(await work());
  } catch (error) {
    notify({ message: failed + (error as Error).message, isError: true });
  }
}
