// Words and cards light each other.
const reading = document.querySelector(".reader");
const pane = reading.querySelector(".selon-article");
const all = (attribute, names) => names.flatMap((name) => [...reading.querySelectorAll(`[${attribute}~="${name}"]`)]);
const clear = () => reading.querySelectorAll(".selon-lit").forEach((lit) => lit.classList.remove("selon-lit"));

function reveal(word) {
  const [box, room] = [word.getBoundingClientRect(), pane.getBoundingClientRect()];
  if (pane.scrollHeight > pane.clientHeight && (box.top < room.top || box.bottom > room.bottom)) {
    pane.scrollTop += box.top - room.top - room.height / 3;
  }
}

function light(names, from) {
  clear();
  const words = all("data-r", names.slice(0, 1));
  for (const lit of [...words, ...all("data-for", names)]) lit.classList.add("selon-lit");
  if (from === "card" && words.length) reveal(words[0]);
}

function follow(event) {
  const card = event.target.closest("[data-for]");
  const word = event.target.closest("[data-r]");
  if (card) light([card.dataset.for], "card");
  else if (word) light(word.dataset.r.split(" "), "word");
  else clear();
}

reading.addEventListener("mouseover", follow);
reading.addEventListener("focusin", follow);
reading.addEventListener("mouseleave", clear);

// A link to a record (#e…) lights it and its words.
function arrive() {
  const id = decodeURIComponent(location.hash.slice(1)) || reading.dataset.at;
  const target = id && document.getElementById(id);
  const card = target && target.closest("[data-for]");
  if (!card) return;
  card.scrollIntoView({ block: "center" });
  card.focus({ preventScroll: true });
  light([card.dataset.for], "card");
}
addEventListener("hashchange", arrive);
arrive();
