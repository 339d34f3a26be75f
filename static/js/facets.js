/* A search box in every long facet (details[data-search] holds its label). Without this file all options are simply there. */
(() => {
  "use strict";
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  const filter = (facet, words) => {
    const wanted = plain(words).trim();
    let shown = 0;
    const fits = (item) => plain(item.querySelector(".vp-check > span").textContent).includes(wanted);
    facet.querySelectorAll("fieldset li").forEach((item) => {
      const inside = [...item.querySelectorAll("li")].some(fits);
      const above = item.parentElement.closest("li");
      const fit = fits(item) || inside || Boolean(above && fits(above));
      item.hidden = !fit;
      shown += fit;
      if (wanted && inside) item.querySelector("details").open = true;
    });
    const rest = facet.querySelector(".vp-rest");
    if (rest && wanted) rest.open = true;
    facet.querySelector(".vp-facet__none").hidden = shown > 0;
  };

  const equip = (facet) => {
    const set = facet.querySelector("fieldset");
    const id = facet.id + "-zoek";
    const box = document.createElement("div");
    box.className = "vp-facet__search";
    box.innerHTML = '<label class="vp-vh"></label><input type="search" class="utrecht-textbox utrecht-textbox--html-input" autocomplete="off"><p class="vp-facet__none" role="status" hidden></p>';
    const [label, input, none] = box.children;
    label.htmlFor = input.id = id;
    label.textContent = input.placeholder = facet.dataset.search;
    none.textContent = facet.dataset.none;
    input.addEventListener("input", () => filter(facet, input.value));
    input.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
    set.before(box);
  };

  document.querySelectorAll("details[data-search]").forEach(equip);
  document.addEventListener("facet:added", ({ target }) => target.matches("[data-search]") && equip(target));
  document.addEventListener("facet:replaced", (event) => {
    const input = event.target.querySelector(".vp-facet__search input");
    if (input?.value) filter(event.target, input.value);
  });
})();
