// Draws where a case stands: the diagram from our own address, the marks from the lists that stand beside it.
(() => {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const diagram = document.querySelector("[data-diagram]");
  if (!diagram || !window.BpmnJS) return;
  const canvasElement = diagram.querySelector(".way-canvas");

  // What the lists say of each element, without what can be pressed there and the long story of a failure.
  function textOf(item) {
    const copy = item.cloneNode(true);
    for (const more of copy.querySelectorAll(".way-show, .way-failed, a")) more.remove();
    return copy.textContent.replace(/[\s·]+$/, "").replace(/\s+/g, " ").trim();
  }

  function told() {
    const marks = new Map();
    for (const been of document.querySelectorAll("[data-been]")) {
      const times = been.dataset.times;
      const more = "more" in been.dataset;
      const parts = [times === "1" && !more ? "✓" : `✓ ${times}×${more ? " or more" : ""}`, been.dataset.kind === "event" ? "" : been.dataset.total];
      marks.set(been.dataset.been, { mark: "been", badge: parts.filter(Boolean).join(" "), text: textOf(been.querySelector("summary")), list: been });
    }
    for (const here of document.querySelectorAll("[data-here]")) {
      const id = here.dataset.here;
      const failed = "failed" in here.dataset;
      const before = marks.get(id);
      const badge = failed ? "! FAILED" : "● HERE";
      marks.set(id, { mark: failed ? "failed" : "here", badge: before ? `${badge} ${before.badge}` : badge, text: textOf(here), list: before?.list ?? here });
    }
    return marks;
  }

  let marks = new Map();
  const viewer = new window.BpmnJS({ container: canvasElement });
  const canvas = viewer.get("canvas");
  const registry = viewer.get("elementRegistry");

  function mark(element, said) {
    const graphics = registry.getGraphics(element);
    const scope = element.children?.length > 0;
    canvas.addMarker(element, scope ? "way-scope-mark" : `way-${said.mark}-mark`);
    if (scope) canvas.addMarker(element, `way-${said.mark}-mark`);
    canvas.addMarker(element, "way-reads");
    graphics.setAttribute("tabindex", said.mark === "been" ? "-1" : "0");
    graphics.setAttribute("role", "button");
    graphics.setAttribute("aria-label", said.text);
    graphics.append(badgeOf(element, said));
  }

  // Part of the drawing, so that it grows, moves and prints with it.
  function badgeOf(element, said) {
    const badge = document.createElementNS(SVG, "g");
    badge.setAttribute("class", "way-badge");
    badge.dataset.mark = said.mark;
    const width = said.badge.length * 7.5 + 14;
    const x = element.width / 2 - width / 2;
    // Where the element's own name does not stand.
    const y = element.label && element.label.y < element.y ? element.height - 7 : -13;
    const rect = document.createElementNS(SVG, "rect");
    for (const [name, value] of Object.entries({ x, y, width, height: 20, rx: said.mark === "been" ? 10 : 3 })) rect.setAttribute(name, value);
    const text = document.createElementNS(SVG, "text");
    text.setAttribute("x", x + width / 2);
    text.setAttribute("y", y + 14);
    text.setAttribute("text-anchor", "middle");
    text.textContent = said.badge;
    badge.append(rect, text);
    return badge;
  }

  function drawMarks() {
    marks = told();
    for (const [id, said] of marks) {
      const element = registry.get(id);
      if (element) mark(element, said);
    }
    for (const id of (diagram.dataset.taken || "").split(" ")) {
      const flow = registry.get(id);
      if (!flow) continue;
      canvas.addMarker(flow, "way-taken");
      for (const end of [flow.source, flow.target]) {
        if (end && !marks.has(end.id)) canvas.addMarker(end, "way-been-mark");
      }
    }
  }

  const places = () => [...marks].filter(([, said]) => said.mark !== "been").map(([id]) => registry.get(id)).filter(Boolean);

  function centre(element, zoom) {
    const box = canvas.viewbox();
    const scale = zoom ?? box.scale;
    const width = box.outer.width / scale;
    const height = box.outer.height / scale;
    canvas.viewbox({ x: element.x + element.width / 2 - width / 2, y: element.y + element.height / 2 - height / 2, width, height });
  }

  function showAll() { canvas.zoom("fit-viewport"); }

  // The whole diagram where that can be read, else the place where it stands.
  function showHere() {
    showAll();
    const inner = places().find((element) => !(element.children?.length > 0)) ?? places()[0];
    if (inner && canvas.zoom() < 0.75) centre(inner, 0.85);
  }

  function pick(id) {
    for (const picked of diagram.querySelectorAll(".way-picked")) picked.classList.remove("way-picked");
    const element = registry.get(id);
    if (element) registry.getGraphics(element).classList.add("way-picked");
    return element;
  }

  // Opens what the list says of an element, and goes there.
  function read(id) {
    const said = marks.get(id);
    if (!said) return;
    pick(id);
    if (said.list.matches("details")) said.list.open = true;
    const target = said.list.querySelector("summary, .way-show") ?? said.list;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "center" });
  }

  function zoomBy(factor, centreOn) { canvas.zoom(Math.min(4, Math.max(0.1, canvas.zoom() * factor)), centreOn ?? "auto"); }

  const move = { left: [120, 0], right: [-120, 0], up: [0, 120], down: [0, -120] };
  function moveBy([dx, dy]) { canvas.scroll({ dx, dy }); }

  diagram.querySelector(".way-tools").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.move) moveBy(move[button.dataset.move]);
    else if (button.dataset.zoom === "in") zoomBy(1.3);
    else if (button.dataset.zoom === "out") zoomBy(1 / 1.3);
    else if (button.dataset.zoom === "all") showAll();
    else showHere();
  });

  canvasElement.addEventListener("keydown", (event) => {
    const on = event.target.closest?.(".way-reads");
    if (on && (event.key === "Enter" || event.key === " ")) read(on.dataset.elementId);
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (event.key.startsWith("Arrow")) moveBy(move[event.key.slice(5).toLowerCase()]);
    else if (event.key === "+") zoomBy(1.3);
    else if (event.key === "-") zoomBy(1 / 1.3);
    else if (event.key === "0") showAll();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  // Drawing by finger or mouse moves the diagram, two fingers or Ctrl and the wheel zoom it; the plain wheel goes on scrolling the page.
  const pointers = new Map();
  let moved = 0;
  canvasElement.addEventListener("pointerdown", (event) => {
    if (event.target.closest("a")) return;
    if (pointers.size === 0) moved = 0;
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  addEventListener("pointermove", (event) => {
    const last = pointers.get(event.pointerId);
    if (!last) return;
    const [a, b] = [...pointers.values()];
    const apart = b && Math.hypot(a.x - b.x, a.y - b.y);
    const by = { dx: event.clientX - last.x, dy: event.clientY - last.y };
    moved += Math.abs(by.dx) + Math.abs(by.dy);
    last.x = event.clientX;
    last.y = event.clientY;
    if (b) {
      const box = canvasElement.getBoundingClientRect();
      zoomBy(Math.hypot(a.x - b.x, a.y - b.y) / apart, { x: (a.x + b.x) / 2 - box.left, y: (a.y + b.y) / 2 - box.top });
    } else if (moved > 4) canvas.scroll(by);
  });
  for (const end of ["pointerup", "pointercancel"]) addEventListener(end, (event) => pointers.delete(event.pointerId));
  canvasElement.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const box = canvasElement.getBoundingClientRect();
    zoomBy(event.deltaY < 0 ? 1.15 : 1 / 1.15, { x: event.clientX - box.left, y: event.clientY - box.top });
  }, { passive: false });

  viewer.get("eventBus").on("element.click", (event) => { if (moved <= 4) read(event.element.labelTarget?.id ?? event.element.id); });
  canvasElement.addEventListener("focusin", (event) => {
    const on = event.target.closest?.(".way-reads");
    if (!on || !on.matches(":focus-visible")) return;
    for (const box of canvasElement.querySelectorAll("*")) { if (box.scrollLeft || box.scrollTop) box.scrollTo(0, 0); }
    centre(registry.get(on.dataset.elementId));
  });

  for (const button of document.querySelectorAll(".way-show")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const element = pick(button.dataset.show);
      if (!element) return;
      centre(element, Math.max(0.85, canvas.zoom()));
      canvasElement.scrollIntoView({ block: "nearest" });
    });
  }

  // On paper the whole diagram fits the width, however it was moved on the screen.
  let screen;
  addEventListener("beforeprint", () => {
    screen = canvas.viewbox();
    const { x, y, width, height } = screen.inner;
    const svg = canvasElement.querySelector(".djs-container > svg");
    const layers = svg.querySelector(".viewport");
    screen.transform = layers.getAttribute("transform");
    layers.removeAttribute("transform");
    svg.setAttribute("viewBox", `${x - 20} ${y - 30} ${width + 40} ${height + 50}`);
    canvasElement.classList.add("way-printed");
  });
  addEventListener("afterprint", () => {
    const svg = canvasElement.querySelector(".djs-container > svg");
    svg.removeAttribute("viewBox");
    if (screen?.transform) svg.querySelector(".viewport").setAttribute("transform", screen.transform);
    canvasElement.classList.remove("way-printed");
  });

  const tab = document.querySelector(".way-tabs [aria-current]");
  if (tab) tab.parentElement.scrollLeft = tab.offsetLeft - 40;

  // By then the lists say their times in the reader's zone.
  document.addEventListener("DOMContentLoaded", () => fetch(diagram.dataset.diagram)
    .then((answer) => answer.ok ? answer.text() : Promise.reject(new Error(answer.status)))
    .then((model) => {
      diagram.hidden = false;
      return viewer.importXML(model);
    })
    .then(() => {
      drawMarks();
      showHere();
      diagram.dataset.drawn = "";
    })
    .catch(() => { diagram.hidden = true; }));
})();
