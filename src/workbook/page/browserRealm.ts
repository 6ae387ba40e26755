import type { Realm, RealmHost } from "../engine/realm";
import { element } from "./element";

/** A hidden frame of the same origin to run the bundle in: its functions are globals there, as in Apps Script. */
export function createRealmHost(): RealmHost {
  const frame = element("iframe", { hidden: true, title: "Script" });
  document.body.append(frame);
  const realm = frame.contentWindow as unknown as Realm & Window;
  return {
    realm,
    run: (code, globals) => {
      Object.assign(realm, globals, { console });
      let failure: unknown;
      realm.addEventListener("error", (event) => (failure = event.error ?? event.message), { once: true });
      const script = realm.document.createElement("script");
      script.textContent = `${code}\n//# sourceURL=Code.js`;
      realm.document.head.append(script);
      if (failure !== undefined) throw failure;
    },
  };
}
