/*
 * While the name of an institute is typed: those of the catalogue that may be the same, with what to do then. Without
 * this file, or without an answer, the next page asks it.
 *
 * #lijkt-op   holds the address to ask; its list is filled. #lijkt-op-melding (role=status) tells how many there are.
 */
(() => {
  "use strict";
  const WAIT = 350, SHORTEST = 3;
  const box = document.getElementById("lijkt-op");
  const status = document.getElementById("lijkt-op-melding");
  const name = document.getElementById("id_name"), place = document.getElementById("id_place");
  if (!box || !name || !place) return;
  const list = box.querySelector("ul");
  let timer, request, asked = "";

  const link = (text, url) => Object.assign(document.createElement("a"), { textContent: text, href: url });

  const item = (one) => {
    const line = document.createElement("li");
    const title = document.createElement("strong");
    title.append(link(one.name, one.url));
    line.append(title, one.place ? `, ${one.place}` : "", document.createElement("br"), link(one.label, one.way));
    return line;
  };

  const show = ({ institutes, message }) => {
    list.replaceChildren(...institutes.map(item));
    box.hidden = !institutes.length;
    // Told when it changes and not at each letter.
    if (status.textContent !== message) status.textContent = message;
  };

  const ask = async () => {
    const parameters = new URLSearchParams({ naam: name.value.trim(), plaats: place.value.trim() });
    if (String(parameters) === asked) return;
    asked = String(parameters);
    request?.abort();
    if (name.value.trim().length < SHORTEST) return show({ institutes: [], message: "" });
    const mine = (request = new AbortController());
    try {
      show(await fetch(`${box.dataset.address}?${parameters}`, { signal: mine.signal }).then((got) => got.json()));
    } catch {
      if (!mine.signal.aborted) show({ institutes: [], message: "" });
    }
  };

  [name, place].forEach((input) =>
    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, WAIT);
    }),
  );
  if (name.value) ask();
})();
