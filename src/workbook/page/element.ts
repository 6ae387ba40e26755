/**
 * An element of the page by its id.
 * @throws Error where the page has none, so that a page and script that do not fit fail at once.
 */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no element #${id}`);
  return found;
}

/** A dialog of the page by its id. */
export function dialogById(id: string): HTMLDialogElement {
  return byId(id) as HTMLDialogElement;
}

/** A new element with these properties and children. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}
