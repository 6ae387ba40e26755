import { useEffect, useState } from "preact/hooks";
import type { Insertion, InsertionRequest, Place } from "../addon/protocol";
import type { Data } from "./data";
import { ask } from "./server";

/** The selected cell, asked for again whenever the person comes back to the sidebar. */
export function usePlace(): Place | undefined {
  const [place, setPlace] = useState<Place>();
  useEffect(() => {
    const look = () => void ask("selectedPlace", null).then(setPlace, () => setPlace(undefined));
    look();
    const events = ["focus", "pointerenter"] as const;
    events.forEach((event) => addEventListener(event, look));
    document.documentElement.addEventListener("pointerenter", look);
    return () => {
      events.forEach((event) => removeEventListener(event, look));
      document.documentElement.removeEventListener("pointerenter", look);
    };
  }, []);
  return place;
}

/** Has something inserted and says what became of it. */
export async function inserted(data: Data, insert: () => Promise<Insertion>): Promise<void> {
  const { notify, refresh } = data;
  notify({ message: "Inserting…" });
  try {
    const { at, message } = await insert();
    notify({ message, undo: at, isError: at === null, refresh });
    if (at) refresh();
  } catch (error) {
    notify({ message: `Not inserted: ${(error as Error).message}`, isError: true });
  }
}

/** Inserts a formula, in the selected cell or on a new tab. */
export const insertFormula = (
  request: Omit<InsertionRequest, "newTab">,
  newTab: string | null,
  data: Data,
): Promise<void> => inserted(data, () => ask("insert", { ...request, newTab }));
