// The team's pages: keys in the task list, the preview of a message, and the time that is left to undo.
(() => {
  "use strict";

  const links = () => [...document.querySelectorAll("[data-task-link]")];

  function step(by) {
    const all = links();
    if (all.length === 0) return;
    const at = all.indexOf(document.activeElement?.closest("[data-task-row]")?.querySelector("[data-task-link]"));
    const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by));
    all[next].focus();
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable]")) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "c") (document.activeElement?.closest("[data-task-row]") ?? (links().length ? null : document))?.querySelector("[data-claim]")?.click();
    else return;
    event.preventDefault();
  });

  // After Claim and Release the list is loaded anew; whoever works with the keyboard goes on where they were, or at the
  // beginning of the page when the task has left the list.
  if (location.hash.startsWith("#task-")) (document.getElementById(location.hash.slice(1)) ?? document.getElementById("content"))?.focus();

  for (const preview of document.querySelectorAll("[data-preview]")) {
    const field = document.querySelector(`form [name="${preview.dataset.preview}"]`);
    if (!field) continue;
    const text = preview.querySelector("[data-preview-text]");
    const show = () => {
      text.textContent = field.value.trim();
      preview.hidden = text.textContent === "";
    };
    field.addEventListener("input", show);
    show();
  }

  function countSeconds() {
    for (const left of document.querySelectorAll("[data-seconds-until]")) {
      const seconds = Math.ceil((new Date(left.dataset.secondsUntil).getTime() - Date.now()) / 1000);
      left.textContent = `${Math.max(0, seconds)} s left`;
      if (seconds > 0) continue;
      const decided = left.closest(".decided");
      left.closest("[data-until]")?.remove();
      if (decided) htmx.trigger(decided, "undo-over");
    }
  }
  countSeconds();
  setInterval(countSeconds, 1000);
})();
