// Where the person is in the spreadsheet, which tells its sidebar nothing by itself: it has to ask.
import { useEffect, useState } from "preact/hooks";
import type { Place } from "../addon/protocol";
import { ask, isAsking } from "./server";

/** The selected cell, and whether it was something done from here that went there. */
export interface Whereabouts {
  readonly place: Place | undefined;
  readonly isOwnDoing: boolean;
}

/** How often to ask while someone is at work, and how long after the last sign of it, in milliseconds. */
const [often, awake] = [4000, 120_000];

let latest: Whereabouts = { place: undefined, isOwnDoing: false };
let lastSign = 0;
const listeners = new Set<(now: Whereabouts) => void>();

function tell(place: Place | undefined, isOwnDoing: boolean): void {
  const before = latest.place;
  const isSame = (["tab", "cell", "isEmpty"] as const).every((key) => before?.[key] === place?.[key]);
  if (isSame) return;
  lastSign = Date.now();
  latest = { place, isOwnDoing };
  listeners.forEach((listener) => listener(latest));
}

function look(isOwnDoing: boolean): void {
  void ask("selectedPlace", null).then(
    (place) => tell(place, isOwnDoing),
    () => tell(undefined, isOwnDoing),
  );
}

/** Asks again after something was done from here, such as inserting on a new tab. */
export const lookAgain = (): void => look(true);

function onSign(): void {
  lastSign = Date.now();
  if (!isAsking()) look(false);
}

/** Each question is a run of the script, so they end where nobody moves. */
function onTick(): void {
  const isAwake = document.visibilityState === "visible" && Date.now() - lastSign < awake;
  if (isAwake && !isAsking()) look(false);
}

function begin(): () => void {
  onSign();
  const timer = setInterval(onTick, often);
  addEventListener("focus", onSign);
  document.addEventListener("visibilitychange", onSign);
  document.documentElement.addEventListener("pointerenter", onSign);
  return () => {
    clearInterval(timer);
    removeEventListener("focus", onSign);
    document.removeEventListener("visibilitychange", onSign);
    document.documentElement.removeEventListener("pointerenter", onSign);
  };
}

let end = () => {};

/** Where the person is now: asked when they come to the sidebar, and now and then while they are at work. */
export function useWhereabouts(): Whereabouts {
  const [now, setNow] = useState(latest);
  useEffect(() => {
    if (listeners.size === 0) end = begin();
    listeners.add(setNow);
    setNow(latest);
    return () => {
      listeners.delete(setNow);
      if (listeners.size === 0) end();
    };
  }, []);
  return now;
}

/** The selected cell. */
export const usePlace = (): Place | undefined => useWhereabouts().place;
