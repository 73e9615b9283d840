"use strict";
for (const reading of document.querySelectorAll(".selon")) {
  const pane = reading.querySelector(".selon-article");
  const all = (attribute, names) => names.flatMap((name) => [...reading.querySelectorAll(`[${attribute}~="${name}"]`)]);
  const clear = () => reading.querySelectorAll(".selon-lit").forEach((lit) => lit.classList.remove("selon-lit"));
  const reveal = (word) => {
    const [box, room] = [word.getBoundingClientRect(), pane.getBoundingClientRect()];
    if (pane.scrollHeight > pane.clientHeight && (box.top < room.top || box.bottom > room.bottom)) {
      pane.scrollTop += box.top - room.top - room.height / 3;
    }
  };
  const light = (event) => {
    const card = event.target.closest("[data-for]");
    const word = event.target.closest("[data-r]");
    if (!card && !word) return clear();
    clear();
    const names = card ? [card.dataset.for] : word.dataset.r.split(" ");
    const words = all("data-r", names.slice(0, 1));
    for (const lit of [...words, ...all("data-for", names)]) lit.classList.add("selon-lit");
    if (card && words.length) reveal(words[0]);
  };
  reading.addEventListener("mouseover", light);
  reading.addEventListener("focusin", light);
  reading.addEventListener("mouseleave", clear);
  reading.addEventListener("focusout", clear);
}
