/* Writing a project: counts characters, filters long lists, shows what belongs to a choice. All of it works without. */
(() => {
  "use strict";
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const words = document.documentElement.lang === "en"
    ? { one: "character", more: "characters", left: (n) => `${n} left`, over: (n) => `${n} too many` }
    : { one: "teken", more: "tekens", left: (n) => `Nog ${n}`, over: (n) => `${n} te veel` };
  const number = new Intl.NumberFormat(document.documentElement.lang || "nl");
  const characters = (n) => `${number.format(n)} ${n === 1 ? words.one : words.more}`;

  const count = (box) => {
    const limit = Number(box.dataset.count);
    const line = Object.assign(document.createElement("p"), { className: "vp-counter", id: box.id + "-telt" });
    // Said to who listens only when the end is near: not at each letter.
    const tell = Object.assign(document.createElement("p"), { className: "vp-vh" });
    tell.setAttribute("role", "status");
    const show = () => {
      const left = limit - box.value.length;
      line.hidden = left > limit / 4 && left > 100;
      line.textContent = left < 0 ? words.over(characters(-left)) : words.left(characters(left));
      line.classList.toggle("vp-counter--over", left < 0);
      clearTimeout(box.timer);
      box.timer = setTimeout(() => { tell.textContent = line.hidden ? "" : line.textContent; }, 1000);
    };
    box.after(line, tell);
    box.addEventListener("input", show);
    show();
  };

  const pills = (set) => set.querySelectorAll("details").forEach((group) => {
    const pill = group.querySelector("[data-chosen]");
    const chosen = group.querySelectorAll("input:checked").length;
    pill.textContent = chosen ? `${chosen} ${pill.dataset.chosen}` : "";
  });

  const filter = (set, typed, none) => {
    const wanted = plain(typed).trim();
    let shown = 0;
    set.querySelectorAll("li").forEach((item) => {
      item.hidden = !plain(item.textContent).includes(wanted);
      shown += !item.hidden;
    });
    set.querySelectorAll("details").forEach((group) => {
      const some = group.querySelector("li:not([hidden])");
      group.hidden = !some;
      if (wanted && some) group.open = true;
    });
    none.hidden = shown > 0;
  };

  const equip = (set) => {
    set.addEventListener("change", () => pills(set));
    if (set.querySelectorAll("li").length <= 12) return;
    const box = document.createElement("div");
    box.className = "vp-choose__search";
    box.innerHTML = '<label class="vp-vh"></label><input type="search" class="utrecht-textbox utrecht-textbox--html-input" autocomplete="off"><p class="vp-choose__none" role="status" hidden></p>';
    const [label, input, none] = box.children;
    label.htmlFor = input.id = set.id + "-zoek";
    label.textContent = input.placeholder = set.dataset.filter;
    none.textContent = set.dataset.none;
    input.addEventListener("input", () => filter(set, input.value, none));
    input.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
    set.querySelector("details, ul").before(box);
  };

  /* data-when="phase=stopped": shown for that choice, or as long as something is filled in. */
  const follow = (field) => {
    const [name, value] = field.dataset.when.split("=");
    const filled = () => [...field.querySelectorAll("input, textarea")].some((one) => one.type === "checkbox" ? one.checked : one.value);
    const show = () => {
      const chosen = document.querySelector(`[name="${name}"]:checked`);
      field.hidden = chosen?.value !== value && !filled();
    };
    document.querySelectorAll(`[name="${name}"]`).forEach((one) => one.addEventListener("change", show));
    show();
  };

  document.querySelectorAll("[data-count]").forEach(count);
  document.querySelectorAll("[data-filter]").forEach(equip);
  document.querySelectorAll("[data-when]").forEach(follow);
})();
