import { messageOf } from "../engine/errors";
import type { Call } from "../engine/realm";
import type { HtmlPage } from "../services/host";
import { byId, element } from "./element";
import { type Answer, type Request, withScriptRun } from "./scriptRun";

/** Shows a page of the add-on in the sidebar, in place of the one before. */
export function showSidebar({ title, content }: HtmlPage): void {
  byId("sidebar-title").textContent = title;
  const frame = element("iframe", { title, srcdoc: withScriptRun(content) });
  // As isolated as Apps Script's: no access to this page, no navigation of it.
  frame.setAttribute("sandbox", "allow-scripts allow-forms allow-popups allow-modals");
  byId("sidebar-body").replaceChildren(frame);
  byId("sidebar").hidden = false;
}

/** Answers what the sidebar's page asks for, and its close button. */
export function serveSidebar(call: Call): void {
  byId("sidebar-close").addEventListener("click", closeSidebar);
  addEventListener("message", ({ data, source }) => {
    const frame = byId("sidebar-body").querySelector("iframe");
    if (!frame?.contentWindow || source !== frame.contentWindow) return;
    const request = data as Request;
    if ("close" in request) closeSidebar();
    else frame.contentWindow.postMessage(answer(call, request.call, request.name, request.args), "*");
  });
}

function answer(call: Call, id: number, name: string, args: unknown[]): Answer {
  try {
    const value = call(name, args);
    return { answer: id, value: value === undefined ? null : JSON.parse(JSON.stringify(value)) };
  } catch (thrown) {
    return { answer: id, error: messageOf(thrown) };
  }
}

function closeSidebar(): void {
  byId("sidebar").hidden = true;
  byId("sidebar-body").replaceChildren();
}
