// What every page needs: times in the reader's zone, the CSRF header for htmx, copy buttons, countdowns.
(() => {
  "use strict";

  const absolute = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

  function localizeTimes(root) {
    for (const element of root.querySelectorAll("time[datetime]:not([data-localized])")) {
      const at = new Date(element.dateTime);
      if (Number.isNaN(at.getTime())) continue;
      element.title = `${element.dateTime} (UTC)`;
      element.textContent = absolute.format(at);
      element.dataset.localized = "";
    }
  }

  // "2 d 3 h", "3 h 12 min", "12 min": as long as it is, no longer than it must be.
  function inWords(milliseconds) {
    const minutes = Math.floor(Math.abs(milliseconds) / 60000);
    const days = Math.floor(minutes / 1440);
    const hours = Math.floor((minutes % 1440) / 60);
    if (days > 0) return `${days} d ${hours} h`;
    if (hours > 0) return `${hours} h ${minutes % 60} min`;
    return `${minutes} min`;
  }

  // <time data-countdown="ISO instant"> shows what is left and colours it in steps.
  function countDown(root) {
    for (const element of root.querySelectorAll("[data-countdown]")) {
      element.title ||= `${absolute.format(new Date(element.dataset.countdown))} (${element.dataset.countdown} UTC)`;
      const left = new Date(element.dataset.countdown).getTime() - Date.now();
      element.textContent = left < 0 ? `${inWords(left)} overdue` : `${inWords(left)} left`;
      element.dataset.urgency = left < 0 ? "overdue" : left < 3600e3 ? "hour" : left < 86400e3 ? "day" : "calm";
    }
  }

  document.addEventListener("htmx:configRequest", (event) => {
    const header = document.querySelector("meta[name=csrf-header]");
    const token = document.querySelector("meta[name=csrf-token]");
    if (header && token) event.detail.headers[header.content] = token.content;
  });

  // A refusal that the server made to be shown in place, such as "too soon", says so by this header.
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.xhr.status >= 400 && event.detail.xhr.getResponseHeader("HX-Reswap")) event.detail.shouldSwap = true;
  });

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    await navigator.clipboard.writeText(button.dataset.copy);
    if (button.dataset.copied) return;
    button.dataset.copied = "true";
    const label = [...button.childNodes];
    button.replaceChildren("Copied");
    setTimeout(() => { button.replaceChildren(...label); delete button.dataset.copied; }, 1500);
  });

  function dress(root) {
    localizeTimes(root);
    countDown(root);
  }

  document.addEventListener("htmx:load", (event) => dress(event.detail.elt));
  document.addEventListener("DOMContentLoaded", () => dress(document));
  setInterval(() => countDown(document), 15000);
})();

// A form that must go out once: a second press while the first is on its way does nothing.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("form[data-once]")) return;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "true";
  form.querySelector("[type=submit]")?.setAttribute("aria-busy", "true");
  addEventListener("pageshow", () => delete form.dataset.sent, { once: true });
});

// A dialog that is a popover does not keep the focus in it: whoever goes on to the page behind it has left it.
document.addEventListener("focusin", (event) => {
  for (const dialog of document.querySelectorAll(".module-dialog:popover-open")) {
    if (!dialog.contains(event.target)) dialog.hidePopover();
  }
});

// A part of a page that refreshes itself must not take away what somebody is typing in it or has open there.
document.addEventListener("htmx:beforeRequest", (event) => {
  if (!event.target.matches?.("[data-unless-typing]")) return;
  const target = event.target.getAttribute("hx-target");
  const part = target ? document.querySelector(target) : event.target;
  const typed = (field) => field.type === "checkbox" || field.type === "radio" ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
  const typing = [...part.querySelectorAll("textarea, input:not([type=hidden])")].some((field) => field === document.activeElement || typed(field));
  if (typing || part.querySelector("details[open], dialog[open], [popover]:popover-open")) event.preventDefault();
});
