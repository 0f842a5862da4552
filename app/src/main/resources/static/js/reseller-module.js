// The Reseller Module: the list of sections follows the reader, and the preview shows a brand before it is saved.
(() => {
  "use strict";

  // ---- colours, as ThemeColor computes them on the server ----
  const channels = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  const linear = (channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  const luminance = (hex) => {
    const [red, green, blue] = channels(hex).map(linear);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (lighter + 0.05) / (darker + 0.05);
  };
  const WHITE = "#FFFFFF";
  const BLACK = "#000000";
  const NEUTRAL = "#495057";
  const textOn = (hex) => (contrast(hex, WHITE) >= 4.5 ? WHITE : BLACK);
  const hexOf = (parts) => "#" + parts.map((part) => part.toString(16).padStart(2, "0")).join("").toUpperCase();
  const linkOf = (hex) => {
    let color = hex;
    for (let percent = 95; contrast(color, WHITE) < 4.5; percent -= 5) {
      color = hexOf(channels(color).map((channel) => Math.trunc((channel * percent) / 100)));
    }
    return color;
  };

  function preview(form) {
    const stage = document.getElementById("brand-preview");
    const field = (name) => form.elements.namedItem(name);

    function showColor() {
      const typed = field("themeColor").value.trim().toUpperCase();
      const valid = /^#[0-9A-F]{6}$/.test(typed);
      const color = valid ? typed : NEUTRAL;
      const on = textOn(color);
      const ratio = contrast(color, on);
      const page = contrast(color, WHITE);
      for (const element of [stage, document.getElementById("contrast")]) {
        element.style.setProperty("--p-brand", color);
        element.style.setProperty("--p-on", on);
        element.style.setProperty("--p-edge", page >= 3 ? color : "#767676");
        element.style.setProperty("--p-link", linkOf(color));
      }
      stage.dataset.lightText = String(on === WHITE);
      const told = document.getElementById("contrast");
      told.replaceChildren();
      if (!valid) {
        told.textContent = typed === "" ? "Top bar and buttons get this color." : "Not a color yet: # and six digits or letters from A to F.";
        return;
      }
      document.getElementById("colorPicker").value = color.toLowerCase();
      const verdict = document.createElement("span");
      verdict.className = "contrast-verdict";
      verdict.dataset.enough = String(ratio >= 4.5);
      verdict.textContent = `Contrast ${ratio.toFixed(1)}:1, ${ratio >= 4.5 ? "readable" : "too low"}`;
      told.append(verdict);
      if (page < 3) {
        const note = document.createElement("span");
        note.className = "contrast-page";
        note.textContent = `Contrast ${(Math.floor(page * 10) / 10).toFixed(1)}:1, too low against white pages: buttons get a grey edge.`;
        told.append(note);
      }
    }

    function showTexts() {
      const name = field("brandName").value.trim() || "Your Brand";
      for (const element of stage.querySelectorAll("[data-name]")) element.textContent = name;
      const email = field("supportEmail").value.trim();
      stage.querySelector("[data-reply]").textContent = email;
      stage.querySelector("[data-reply-row]").hidden = email === "";
      stage.querySelector("[data-help]").hidden = email === "" && field("supportLink").value.trim() === "";
    }

    function showLogo(kind, address) {
      for (const image of stage.querySelectorAll(`[data-logo="${kind}"]`)) {
        image.src = address;
        image.hidden = false;
      }
      for (const standIn of stage.querySelectorAll(`[data-stand-in="${kind}"]`)) standIn.hidden = true;
      const tile = form.querySelector(`.logo-tile[data-kind="${kind}"]`);
      tile.querySelector("img").src = address;
      tile.querySelector("img").hidden = false;
      tile.querySelector(".logo-none").hidden = true;
    }

    // Told at once; the server looks into the file itself.
    function faultOf(file) {
      if (file.size > 2 * 1024 * 1024) return "This file is larger than 2 MiB. Save it smaller and choose it again.";
      if (file.size === 0) return "This file is empty.";
      return "";
    }

    function tooLarge(input, fault) {
      input.classList.toggle("is-invalid", fault !== "");
      input.setAttribute("aria-invalid", String(fault !== ""));
      document.getElementById(`${input.id}-fault`).textContent = fault;
    }

    function chooseLogo(input) {
      const [file] = input.files;
      if (!file) return;
      const fault = faultOf(file);
      tooLarge(input, fault);
      if (fault !== "") return;
      const reader = new FileReader();
      reader.addEventListener("load", () => showLogo(input.closest("[data-kind]").dataset.kind, reader.result));
      reader.readAsDataURL(file);
    }

    // A file that is no image leaves the stand-ins in place; Save says what is wrong with it.
    function standIn(event) {
      const image = event.target;
      if (image.tagName !== "IMG") return;
      image.hidden = true;
      const kind = image.dataset.logo ?? image.closest("[data-kind]").dataset.kind;
      for (const element of stage.querySelectorAll(`[data-stand-in="${kind}"]`)) element.hidden = false;
      form.querySelector(`.logo-tile[data-kind="${kind}"] .logo-none`).hidden = false;
    }
    stage.addEventListener("error", standIn, true);
    form.addEventListener("error", standIn, true);

    form.addEventListener("input", (event) => {
      if (event.target.id === "colorPicker") field("themeColor").value = event.target.value.toUpperCase();
      if (event.target.type !== "file") event.target.classList.remove("is-invalid");
      showColor();
      showTexts();
      document.getElementById("unsaved").hidden = false;
    });
    form.addEventListener("change", (event) => {
      if (event.target.type === "file") chooseLogo(event.target);
    });
    form.addEventListener("submit", (event) => {
      const wrong = [...form.querySelectorAll("input[type=file]")].find((input) => input.files[0] && faultOf(input.files[0]) !== "");
      if (!wrong) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      wrong.focus();
    }, true);
    showColor();
    showTexts();
  }

  function followReader(nav) {
    const links = new Map([...nav.querySelectorAll("a[href^='#']")].map((link) => [link.hash.slice(1), link]));
    const visible = new Set();
    const observer = new IntersectionObserver((entries) => {
      for (const entry of entries) entry.isIntersecting ? visible.add(entry.target.id) : visible.delete(entry.target.id);
      const first = [...links.keys()].find((id) => visible.has(id));
      for (const [id, link] of links) {
        if (id === first) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
    }, { rootMargin: "-20% 0px -55% 0px" });
    for (const id of links.keys()) {
      const section = document.getElementById(id);
      if (section) observer.observe(section);
    }
  }

  // The state of the domain brings Change Domain anew; what is being typed there stays.
  document.addEventListener("htmx:oobBeforeSwap", (event) => {
    if (event.detail.target.querySelector(":popover-open, dialog[open]")) event.detail.shouldSwap = false;
  });

  document.addEventListener("DOMContentLoaded", () => {
    const form = document.getElementById("appearance-form");
    if (form) preview(form);
    const nav = document.querySelector(".module-nav");
    if (nav) followReader(nav);
    document.querySelector(".is-invalid")?.focus();
  });
})();
