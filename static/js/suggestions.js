// Offers titles while a reader types into the search box. The form works without.
const form = document.querySelector("form[data-suggestions]");
const box = form.elements.q;
const list = document.createElement("datalist");
list.id = "suggestions";
box.after(list);
box.setAttribute("list", list.id);
let waiting;
let asked = "";

async function suggest() {
  const typed = box.value.trim();
  if (typed === asked || typed.length < 2) return;
  asked = typed;
  const response = await fetch(`${form.dataset.suggestions}?q=${encodeURIComponent(typed)}`);
  if (!response.ok || typed !== asked) return;
  const { suggestions } = await response.json();
  list.replaceChildren(...suggestions.map((title) => new Option("", title)));
}

box.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(suggest, 200);
});
