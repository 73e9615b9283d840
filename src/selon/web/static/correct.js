// Corrections: right, wrong, change, undo, one by one or all that the filters show. The page is then loaded anew.
const told = document.querySelector("[data-told]");
const hash = document.querySelector("[data-hash]")?.dataset.hash;
const text = document.querySelector(".selon-text");
let chosen = null; // the words last selected in the article: where they are, in code points, and what they are

async function send(method, url, body) {
  const answer = await fetch(url, {
    method,
    headers: body ? { "content-type": "application/json" } : {},
    body: body && JSON.stringify(body),
  });
  const said = await answer.json().catch(() => ({ message: `${answer.status}` }));
  if (answer.ok) return said;
  told.textContent = said.message;
  told.scrollIntoView({ block: "nearest" });
  return null;
}

async function correct(card, action, changes) {
  const url = `/api/records/${hash}/${encodeURIComponent(card.dataset.record)}/${action}`;
  if (await send("POST", url, { changes: changes ?? {} })) again(action === "reject" ? "" : card.id);
}

function again(id) {
  history.replaceState(null, "", id ? `#${id}` : location.pathname + location.search);
  location.reload();
}

function changed(card, form) {
  const fields = [...form.elements].filter((field) => field.name && field.value !== card.dataset[field.name]);
  return Object.fromEntries(fields.map((field) => [field.name, field.words === field.value ? field.at : field.value]));
}

function open(card) {
  const there = card.querySelector("form.change");
  card.querySelector('[data-do="change"]').setAttribute("aria-expanded", String(!there));
  if (there) return there.remove();
  card.append(document.querySelector(`template[data-change="${card.dataset.kind}"]`).content.cloneNode(true));
  const form = card.querySelector("form.change");
  for (const field of form.elements) if (field.name) field.value = card.dataset[field.name];
  form.elements[0].focus();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const changes = changed(card, form);
    if (Object.keys(changes).length) correct(card, "change", changes);
    else open(card);
  });
  form.querySelector("[data-close]").addEventListener("click", () => open(card));
  form.querySelector("[data-use]").addEventListener("click", (event) => {
    const field = form.elements[event.target.dataset.use];
    if (chosen) [field.value, field.words, field.at] = [chosen.words, chosen.words, chosen.at];
  });
}

document.addEventListener("selectionchange", () => {
  const range = text && getSelection().rangeCount && getSelection().getRangeAt(0);
  if (!range || range.collapsed || !text.contains(range.commonAncestorContainer)) return;
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const [start, words] = [[...before.cloneContents().textContent].length, range.cloneContents().textContent];
  chosen = { words: words.replace(/\s+/g, " "), at: `${start}:${start + [...words].length}` };
});

async function undo(button) {
  if (!button) return;
  const { undo: one, undoAll: all } = button.dataset;
  if (await send("DELETE", all ? `/api/all/${all}` : `/api/corrections/${one}`)) again("");
}

async function judge(button) {
  button.disabled = true;
  const said = await send("POST", button.dataset.all);
  button.disabled = false;
  if (!said) return;
  sessionStorage.setItem("judged", JSON.stringify(said));
  location.reload();
}

function tellJudged() {
  const { batch, records } = JSON.parse(sessionStorage.getItem("judged") ?? "{}");
  sessionStorage.removeItem("judged");
  if (records === undefined || !told.dataset.done) return;
  told.textContent = `${told.dataset.done} ${records} `;
  if (!batch) return;
  const button = document.createElement("button");
  button.className = "plain";
  button.dataset.undoAll = batch;
  button.textContent = told.dataset.undoWord;
  told.append(button);
}
if (told) tellJudged();

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-do], [data-undo], [data-undo-all], [data-all]");
  if (!button) return;
  if (button.dataset.all) judge(button);
  else if (!button.dataset.do) undo(button);
  else if (button.dataset.do === "change") open(button.closest("[data-record]"));
  else correct(button.closest("[data-record]"), button.dataset.do);
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  if (event.key === "u") return undo(document.querySelector("[data-undo-all], [data-undo]"));
  const card = document.activeElement?.closest("[data-record]");
  const action = { y: "accept", n: "reject", c: "change" }[event.key];
  if (!card || !action || !card.querySelector(`[data-do="${action}"]`)) return;
  event.preventDefault();
  if (action === "change") open(card);
  else correct(card, action);
});
