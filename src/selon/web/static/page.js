// What every page does: filters open where there is room, keys.
const filters = document.querySelector("[data-filters]");
if (filters) filters.open = matchMedia("(min-width: 56rem)").matches;

for (const form of document.querySelectorAll("form")) {
  // Empty fields stay out of the address, so that it can be cited.
  form.addEventListener("formdata", (event) => {
    if (form.method === "post") return;
    for (const [name, value] of [...event.formData]) if (value === "") event.formData.delete(name);
  });
}

// On a narrow screen a map begins in its middle, and the list of views with the current one.
for (const wide of document.querySelectorAll(".scroll:has(#map-frame)")) {
  wide.scrollLeft = (wide.scrollWidth - wide.clientWidth) / 2;
}
const nav = document.querySelector(".masthead nav");
const current = nav.querySelector("[aria-current]");
if (current) nav.scrollLeft = current.offsetLeft - nav.offsetLeft - (nav.clientWidth - current.offsetWidth) / 2;

export const items = () => [...document.querySelectorAll("[data-item]")].filter((item) => item.offsetParent !== null);

export function step(by) {
  const all = items();
  const here = document.activeElement?.closest("[data-item]");
  const next = here ? all.indexOf(here) + by : by > 0 ? 0 : all.length - 1;
  all[Math.max(0, Math.min(all.length - 1, next))]?.focus();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  const keys = {
    "/": () => document.querySelector("[data-find]").focus(),
    "?": () => location.assign("/keys"),
    j: () => step(1),
    k: () => step(-1),
  };
  if (keys[event.key]) {
    event.preventDefault();
    keys[event.key]();
  }
});

// A picture as PNG: its file is drawn on paper of twice the size, in the page itself.
async function png(button) {
  const svg = await (await fetch(button.dataset.png)).text();
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.naturalWidth * 2, image.naturalHeight * 2];
  const paper = canvas.getContext("2d");
  paper.fillStyle = "#fdfcf9";
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await new Promise((done) => canvas.toBlob(done, "image/png")));
  link.download = `selon-${button.dataset.png.split(/[/?]/)[1].replace(".svg", "")}.png`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-png]");
  if (button) png(button);
});
