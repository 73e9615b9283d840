// Adding with progress: send, ask how far it is, list what came of it.
const form = document.querySelector("[data-add]");
const list = document.querySelector("[data-added]");
const box = document.querySelector("[data-progress]");

function row(words, href, reason) {
  const item = document.createElement("li");
  const name = document.createElement(href ? "a" : "span");
  name.textContent = words;
  if (href) name.href = href;
  item.append(name, reason ? ` ${reason}` : "");
  return item;
}

function show(job) {
  box.querySelector("progress").max = job.total;
  box.querySelector("progress").value = job.done;
  const counts = Object.entries(job.counts).map(([outcome, n]) => `${list.dataset[outcome]} ${n}`);
  const state = job.ended ? list.dataset.over : list.dataset.busy;
  box.querySelector("[data-told]").textContent = [state, ...counts].join(" · ");
  const reasons = job.reasons.map(([place, outcome, reason]) => row(place, null, `${list.dataset[outcome]} : ${reason}`));
  list.replaceChildren(...job.articles.map(([hash, place]) => row(place, `/article/${hash.slice(0, 16)}`)), ...reasons);
}

async function follow(id) {
  for (;;) {
    const job = await (await fetch(`/api/jobs/${id}`)).json();
    show(job);
    if (job.ended) return;
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
}

form?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const button = form.querySelector("button");
  button.disabled = true;
  box.hidden = false;
  box.querySelector("[data-told]").textContent = list.dataset.busy;
  const answer = await fetch("/api/add", { method: "POST", body: new FormData(form) });
  const said = await answer.json().catch(() => ({ message: `${answer.status}` }));
  if (answer.ok) await follow(said.job);
  else box.querySelector("[data-told]").textContent = said.message;
  button.disabled = false;
});
