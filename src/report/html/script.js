
"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("js");

  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  const isPressed = (button) => button.getAttribute("aria-pressed") === "true";
  const severityRank = ["error", "warning", "info", "suppressed"];

  // One entry a finding, indexed by its number: what the filters ask for.
  function readFindings() {
    const findings = [];
    for (const file of all(".file")) {
      for (const pin of all(".pin", file)) {
        const { n, rule, severity } = pin.dataset;
        findings[Number(n)] = { pin, card: document.getElementById(`c${n}`), rule, severity, file: file.dataset.file };
      }
    }
    return findings;
  }

  // The text about the rule stands once on the page, and is copied into a card when that is first opened.
  function fillCard(card, rule) {
    const about = card.querySelector(".about");
    const source = document.getElementById(`rule-${rule}`);
    if (about === null || source === null || about.childElementCount > 0) return;
    for (const part of all(":scope > :not(h3)", source)) {
      if (part.classList.contains("asked") && card.querySelector(".asked") !== null) continue;
      about.append(part.cloneNode(true));
    }
  }

  function setOpen(finding, isOpen) {
    if (isOpen) fillCard(finding.card, finding.rule);
    finding.card.classList.toggle("open", isOpen);
    finding.pin.setAttribute("aria-expanded", String(isOpen));
  }

  function start() {
    const findings = readFindings();
    const marks = all("mark[data-f]").map((mark) => ({ mark, of: mark.dataset.f.split(" ").map((n) => findings[n]) }));
    const filters = { severity: all("[data-filter=severity]"), rule: all("[data-filter=rule]"), file: all("[data-filter=file]") };
    const status = document.getElementById("shown");

    function chosen(kind) {
      const values = filters[kind].filter(isPressed).map((button) => button.value);
      return values.length === 0 ? null : new Set(values);
    }

    function showMark({ mark, of }) {
      const ranks = of.filter((finding) => finding.visible).map((finding) => severityRank.indexOf(finding.severity));
      mark.classList.remove(...severityRank);
      if (ranks.length > 0) mark.classList.add(severityRank[Math.min(...ranks)]);
    }

    function apply() {
      const wanted = { severity: chosen("severity"), rule: chosen("rule"), file: chosen("file") };
      const kinds = Object.keys(wanted).filter((kind) => wanted[kind] !== null);
      const perFile = new Map();
      for (const finding of findings) {
        finding.visible = kinds.every((kind) => wanted[kind].has(finding[kind]));
        finding.pin.classList.toggle("off", !finding.visible);
        finding.card.classList.toggle("off", !finding.visible);
        if (finding.visible) perFile.set(finding.file, (perFile.get(finding.file) ?? 0) + 1);
      }
      marks.forEach(showMark);
      for (const section of all(".file")) {
        const isWanted = kinds.length === 0 || perFile.has(section.dataset.file) || (kinds.length === 1 && wanted.file?.has(section.dataset.file));
        section.classList.toggle("off", !isWanted);
      }
      const count = findings.filter((finding) => finding.visible).length;
      status.textContent = `${count} of ${findings.length} findings shown`;
    }

    function unfold(finding) {
      for (let at = finding.pin.closest("details"); at !== null; at = at.parentElement.closest("details")) at.open = true;
    }

    // To the visible finding before or after the one that has, or last had, the focus.
    let current = -1;
    function step(by) {
      for (let at = current + by; at >= 0 && at < findings.length; at += by) {
        if (!findings[at].visible) continue;
        if (current >= 0) setOpen(findings[current], false);
        current = at;
        unfold(findings[at]);
        setOpen(findings[at], true);
        findings[at].pin.scrollIntoView({ block: "center" });
        findings[at].pin.focus({ preventScroll: true });
        return;
      }
    }

    document.addEventListener("click", (event) => {
      const pin = event.target.closest(".pin");
      if (pin !== null) {
        current = Number(pin.dataset.n);
        setOpen(findings[current], pin.getAttribute("aria-expanded") !== "true");
        return;
      }
      const button = event.target.closest("[data-filter]");
      if (button !== null) {
        button.setAttribute("aria-pressed", String(!isPressed(button)));
        apply();
        return;
      }
      const mark = event.target.closest("mark[data-f]");
      if (mark === null || String(window.getSelection()) !== "") return;
      const shown = mark.dataset.f.split(" ").map(Number).filter((n) => findings[n].visible);
      const isOpen = shown.every((n) => findings[n].card.classList.contains("open"));
      for (const n of shown) setOpen(findings[n], !isOpen);
    });

    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      const card = event.target.closest(".card");
      const n = card === null ? event.target.closest(".pin")?.dataset.n : card.id.slice(1);
      if (n === undefined) return;
      setOpen(findings[n], false);
      findings[n].pin.focus();
    });

    document.getElementById("next").addEventListener("click", () => step(1));
    document.getElementById("previous").addEventListener("click", () => step(-1));
    document.getElementById("close-all").addEventListener("click", () => findings.forEach((finding) => setOpen(finding, false)));
    document.getElementById("clear").addEventListener("click", () => {
      for (const button of Object.values(filters).flat()) button.setAttribute("aria-pressed", "false");
      apply();
    });
    apply();
  }

  document.addEventListener("DOMContentLoaded", start);
})();
