/*
 * Suggestions under a search box, as an editable combobox with a list (WAI-ARIA APG, manual selection): what is typed
 * stays until somebody chooses. Without this file, or without an answer, it is a plain search box.
 *
 * input[data-suggest]   the box; holds the address to ask, data-suggest-label names the list
 */
(() => {
  "use strict";
  const WAIT = 120, SHORTEST = 2, KEPT = 50;
  const make = (tag, cls, text = "") => Object.assign(document.createElement(tag), { className: cls, textContent: text });
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  const set = (node, attributes) => Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));

  /** The words with what was typed in <mark>, where a word begins with it and folding changed no lengths. */
  const marked = (text, typed) => {
    const node = make("span", "vp-suggest__text"), folded = plain(text);
    let at = typed && folded.length === text.length ? folded.indexOf(typed) : -1;
    while (at > 0 && /[\p{L}\p{N}]/u.test(folded[at - 1])) at = folded.indexOf(typed, at + 1);
    if (at < 0) node.textContent = text;
    else node.append(text.slice(0, at), make("mark", "", text.slice(at, at + typed.length)), text.slice(at + typed.length));
    return node;
  };

  const equip = (input) => {
    const id = `${input.id}-suggesties`;
    const list = make("ul", "vp-suggest");
    const status = make("p", "vp-vh");
    const answers = new Map();
    let shown = [], active = -1, asked = "", timer, request;

    list.hidden = true;
    set(list, { id, role: "listbox", "aria-label": input.dataset.suggestLabel });
    set(status, { role: "status" });
    set(input, { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id, autocomplete: "off", autocapitalize: "none" });
    input.parentElement.append(list, status);

    const isOpen = () => !list.hidden;

    const point = (nth) => {
      list.children[active]?.setAttribute("aria-selected", "false");
      active = nth;
      const option = list.children[nth];
      option?.setAttribute("aria-selected", "true");
      option?.scrollIntoView({ block: "nearest" });
      if (option) input.setAttribute("aria-activedescendant", option.id);
      else input.removeAttribute("aria-activedescendant");
    };

    const close = () => {
      point(-1);
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      status.textContent = "";
    };

    const stop = () => {
      clearTimeout(timer);
      request?.abort();
      close();
    };

    const option = (one, nth) => {
      const item = make("li", "vp-suggest__option");
      const text = marked(one.text, plain(asked));
      if (one.lang) text.lang = one.lang;
      if (one.also) text.append(" ", make("span", "vp-suggest__also", `(${one.also})`));
      set(item, { id: `${id}-${nth}`, role: "option", "aria-selected": "false" });
      item.append(text, " ", make("span", "vp-suggest__kind", one.kind));
      return item;
    };

    const show = ({ suggestions, message }) => {
      shown = suggestions;
      point(-1);
      list.replaceChildren(...suggestions.map(option));
      if (!suggestions.length) return close();
      // Told when the list opens and not at each letter: who types wants to hear what is typed.
      if (!isOpen()) status.textContent = message;
      list.hidden = false;
      input.setAttribute("aria-expanded", "true");
    };

    const choose = (one) => {
      stop();
      if (one.url) return location.assign(one.url);
      input.value = one.query;
      input.form.requestSubmit();
    };

    const ask = async () => {
      const typed = input.value.trim();
      request?.abort();
      if (typed.length < SHORTEST) return close();
      asked = typed;
      const mine = (request = new AbortController());
      try {
        const address = `${input.dataset.suggest}?${new URLSearchParams({ q: typed })}`;
        const answer = answers.get(typed) ?? (await fetch(address, { signal: mine.signal }).then((got) => got.json()));
        if (answers.size > KEPT) answers.clear();
        answers.set(typed, answer);
        if (!mine.signal.aborted && document.activeElement === input) show(answer);
      } catch {
        if (!mine.signal.aborted) close(); // no suggestions; searching works all the same
      }
    };

    const keys = {
      ArrowDown: () => (isOpen() ? point((active + 2) % (shown.length + 1) - 1) : ask()),
      ArrowUp: () => isOpen() && point((active + 1 + shown.length) % (shown.length + 1) - 1),
      Enter: () => isOpen() && active >= 0 && choose(shown[active]),
      Escape: () => isOpen() && stop(),
      Tab: () => stop(),
    };

    input.addEventListener("keydown", (event) => {
      if (event.isComposing || event.ctrlKey || event.metaKey) return;
      const done = keys[event.key]?.();
      // The second Escape empties the box, as it does without us.
      if (done !== false && ["ArrowDown", "ArrowUp", "Enter", "Escape"].includes(event.key)) event.preventDefault();
    });
    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, WAIT);
    });
    input.addEventListener("blur", stop);
    input.form.addEventListener("submit", stop);
    // A press does not take the focus out of the box; only a click chooses, so that a finger can scroll.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", ({ target }) => {
      const nth = [...list.children].indexOf(target.closest("li"));
      if (nth >= 0) choose(shown[nth]);
    });
  };

  document.querySelectorAll("input[data-suggest]").forEach(equip);
})();
