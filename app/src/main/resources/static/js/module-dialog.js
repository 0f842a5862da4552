// Dialogs of the Reseller Module open over the page; without scripts each is a page of its own. Menus answer to arrow keys.
(() => {
  "use strict";

  const dialog = document.getElementById("module-dialog");
  if (!dialog) return;

  // A link opens its dialog from the menu that it is in, which is done then.
  document.addEventListener("htmx:beforeRequest", (event) => {
    event.target.closest?.("[popover]")?.hidePopover();
  });

  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target !== dialog) return;
    if (!dialog.open) dialog.showModal();
    (dialog.querySelector("[aria-invalid=true]") ?? dialog.querySelector("[autofocus]"))?.focus();
  });

  // What the dialog was about is gone, or the session is: the page says so when it is loaded again.
  document.addEventListener("htmx:responseError", (event) => {
    if (event.detail.target === dialog && !event.detail.xhr.getResponseHeader("HX-Reswap")) location.reload();
  });

  // Loading the page again takes the focus away; whoever works with the keyboard goes on in the list. What was done is told
  // above the list, which may be long; it comes into sight once the browser has scrolled to where the reader was.
  const CHANGED = "module-changed";
  if (sessionStorage.getItem(CHANGED)) {
    sessionStorage.removeItem(CHANGED);
    const spaces = document.getElementById("spaces");
    spaces?.focus({ preventScroll: true });
    addEventListener("load", () => setTimeout(() => spaces?.querySelector("[role=status]")?.scrollIntoView({ block: "nearest" })));
  }

  document.addEventListener("module-changed", () => {
    sessionStorage.setItem(CHANGED, "true");
    if (location.pathname === "/reseller") location.reload();
    else location.assign("/reseller#spaces");
  });

  dialog.addEventListener("click", (event) => {
    const close = event.target.closest("[data-dialog-close]");
    if (!close) return;
    if (close.hash === "#spaces") event.preventDefault();
    dialog.close();
  });

  dialog.addEventListener("close", () => dialog.replaceChildren());

  // ---- the menus of rows ----
  const anchored = CSS.supports("position-area", "block-end span-inline-end");

  function place(menu, button) {
    if (anchored) return;
    const at = button.getBoundingClientRect();
    const below = at.bottom + menu.offsetHeight + 8 < innerHeight;
    menu.style.left = `${Math.max(8, Math.min(at.left, innerWidth - menu.offsetWidth - 8))}px`;
    menu.style.top = `${below ? at.bottom + 4 : Math.max(8, at.top - menu.offsetHeight - 4)}px`;
  }

  document.addEventListener("toggle", (event) => {
    const menu = event.target;
    if (!menu.matches?.(".row-menu") || event.newState !== "open") return;
    place(menu, document.querySelector(`[popovertarget="${menu.id}"]`));
    menu.querySelector("a")?.focus();
  }, true);

  document.addEventListener("keydown", (event) => {
    const menu = event.target.closest?.(".row-menu");
    if (!menu) return;
    const items = [...menu.querySelectorAll("a, button")];
    const at = items.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    items[(to + items.length) % items.length].focus();
  });
})();
