// Buttons that lead to a page of their own without scripts open their dialog in place.
(() => {
  "use strict";

  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-dialog]");
    const dialog = opener && document.getElementById(opener.dataset.dialog);
    if (dialog) {
      event.preventDefault();
      dialog.close();
      dialog.showModal();
      return;
    }
    const closer = event.target.closest("[data-close-dialog]");
    if (closer) {
      event.preventDefault();
      closer.closest("dialog").close();
    }
  });

  // The server opened it, since something in it was wrong.
  for (const dialog of document.querySelectorAll("dialog.dialog[open]")) {
    dialog.close();
    dialog.showModal();
    dialog.querySelector("[aria-invalid]")?.focus();
  }
})();
