// Corrections in place: right, wrong, change, undo. The page is loaded anew, at the same card.
const told = document.querySelector("[data-told]");
const hash = document.querySelector("[data-hash]")?.dataset.hash;

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

function open(card) {
  const there = card.querySelector("form.change");
  const button = card.querySelector('[data-do="change"]');
  if (!button) return;
  button.setAttribute("aria-expanded", String(!there));
  if (there) return there.remove();
  card.append(document.querySelector("template[data-change]").content.cloneNode(true));
  const form = card.querySelector("form.change");
  for (const name of ["type", "status"]) form.elements[name].value = card.dataset[name];
  form.elements.type.focus();
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const changes = {};
    for (const name of ["type", "status"]) {
      if (form.elements[name].value !== card.dataset[name]) changes[name] = form.elements[name].value;
    }
    if (form.elements.actors.value.trim()) changes.actors = form.elements.actors.value;
    correct(card, "change", changes);
  });
  form.querySelector("[data-close]").addEventListener("click", () => open(card));
}

async function undo(button) {
  if (button && (await send("DELETE", `/api/corrections/${button.dataset.undo}`))) again("");
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-do], [data-undo]");
  if (!button) return;
  if (button.dataset.undo) return undo(button);
  const card = button.closest("[data-record]");
  if (button.dataset.do === "change") open(card);
  else correct(card, button.dataset.do);
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  if (event.key === "u") return undo(document.querySelector("[data-undo]"));
  const card = document.activeElement?.closest("[data-record]");
  const action = { y: "accept", n: "reject", c: "change" }[event.key];
  if (!card || !action || !card.querySelector(`[data-do="${action}"]`)) return;
  event.preventDefault();
  if (action === "change") open(card);
  else correct(card, action);
});
