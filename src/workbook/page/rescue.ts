import { dialogById } from "./element";
import { setAside } from "./store";

/** Offers a way on where the page does not come as far as showing the workbook that was kept. */
export function offerRescue(): void {
  addEventListener("error", offer);
  addEventListener("unhandledrejection", offer);
}

function offer(event: Event): void {
  const dialog = dialogById("unopened");
  // the browser tells of some of its own doings as errors, in which nothing was thrown
  const isThrown = !(event instanceof ErrorEvent) || event.error;
  if (!isThrown || isReady() || dialog.open) return;
  dialog.showModal();
  dialog.addEventListener("close", () => void goOn(dialog.returnValue === "anew"), { once: true });
}

const isReady = () => document.body.dataset["ready"] !== undefined;

async function goOn(isAnew: boolean): Promise<void> {
  if (isAnew) await setAside();
  location.reload();
}
