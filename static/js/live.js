/*
 * Updates the finder in place. Without this file the form is a plain GET form and every link a plain link.
 *
 * form[data-live]      the GET form; data-offline and data-slow hold the messages in the language of the page
 * #resultaten          replaced as a whole; aria-busy while waiting
 * [data-facet]         a facet: counts and ticks follow the answer, what is open or focused stays
 * [data-sync]          any element with an id whose text follows the answer
 * #melding             persistent role=status node: says how many projects were found
 * a[data-live]         a link that is followed in place (chips, pages); with the value "stay" the page does not move
 */
(() => {
  "use strict";
  const form = document.querySelector("form[data-live]");
  if (!form) return;
  const byId = (id, root = document) => root.getElementById(id);
  let request, timer, typing = false;

  const address = () => {
    const query = new URLSearchParams();
    const usual = (name) => form.elements[name]?.selectedOptions?.[0]?.hasAttribute("data-usual");
    for (const [name, value] of new FormData(form)) if (value.trim() && !usual(name)) query.append(name, value);
    return form.action.split(/[?#]/)[0] + (String(query) && "?" + query);
  };

  const say = (text, url) => {
    const box = byId("live-bericht");
    box.textContent = text || "";
    if (!url) return;
    const again = document.createElement("a");
    again.href = url;
    again.textContent = form.dataset.again;
    box.append(" ", again);
  };

  /** A selector that finds the same control on a newer page; nothing for what has neither id nor name. */
  const handle = ({ id, name, value }) => (id ? "#" + id : name && `[name="${name}"][value="${value}"]`);

  /** Facets come and go with the answer: one that has nothing left to choose is not on the page. */
  const facets = (page) => {
    const fresh = [...page.querySelectorAll("[data-facet]")];
    document.querySelectorAll("[data-facet]").forEach((old) => byId(old.id, page) || old.remove());
    fresh.reduce((before, one) => {
      if (byId(one.id)) facet(one);
      else {
        before.after(one);
        one.dispatchEvent(new CustomEvent("facet:added", { bubbles: true }));
      }
      return byId(one.id);
    }, document.querySelector(".vp-filters__title"));
  };

  /** Takes over ticks, numbers and order of one facet without closing it or losing focus. */
  const facet = (fresh) => {
    const old = byId(fresh.id);
    const inputs = (root) => [...root.querySelectorAll("input[type=checkbox]")];
    const values = (root) => inputs(root).map((input) => input.value).join();
    if (values(old) !== values(fresh)) {
      const set = (root) => root.querySelector("fieldset");
      const key = (fold) => fold.className + fold.parentElement.querySelector("input")?.value;
      const folds = (root) => [...set(root).querySelectorAll("details")];
      const open = new Set(folds(old).filter((fold) => fold.open).map(key));
      folds(fresh).forEach((fold) => (fold.open ||= open.has(key(fold))));
      set(old).replaceWith(set(fresh));
      old.dispatchEvent(new CustomEvent("facet:replaced", { bubbles: true }));
      return;
    }
    const mine = inputs(old);
    inputs(fresh).forEach((input, nth) => {
      mine[nth].checked = input.checked;
      mine[nth].closest("li").className = input.closest("li").className;
      mine[nth].parentElement.lastChild.textContent = input.parentElement.lastChild.textContent;
    });
  };

  const take = (page) => {
    const focused = handle(document.activeElement);
    byId("resultaten").replaceWith(byId("resultaten", page));
    facets(page);
    page.querySelectorAll("[data-sync]").forEach((node) => {
      const mine = byId(node.id);
      if (mine && mine.textContent !== node.textContent) mine.textContent = node.textContent;
    });
    if (!typing) form.elements.q.value = byId(form.elements.q.id, page).value;
    document.title = page.title;
    byId("melding").textContent = byId("melding", page).textContent;
    if (focused && document.activeElement === document.body) document.querySelector(focused)?.focus({ preventScroll: true });
    document.dispatchEvent(new CustomEvent("live:updated"));
  };

  /** `how` is push or none; a newer request stops the older one. */
  const load = async (url, how, heading) => {
    clearTimeout(timer);
    request?.abort();
    const mine = (request = new AbortController());
    const patience = setTimeout(() => say(form.dataset.slow), 8000);
    byId("resultaten").setAttribute("aria-busy", "true");
    try {
      const headers = heading ? {} : { "X-Live": "1" }; // half a word is not counted as a search
      const answer = await fetch(url, { signal: mine.signal, credentials: "same-origin", headers });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (mine.signal.aborted) return;
      if (!answer.ok || !byId("resultaten", page)) return location.assign(url);
      say("");
      if (how === "push") history.pushState({}, "", url);
      take(page);
      if (heading) byId("resultaten-titel")?.focus();
      if (heading) byId("resultaten").scrollIntoView({ block: "start" });
    } catch (error) {
      if (error.name === "AbortError") return;
      if (navigator.onLine) return location.assign(url);
      byId("resultaten").removeAttribute("aria-busy");
      say(form.dataset.offline, url);
      addEventListener("online", () => load(url, how), { once: true });
    } finally {
      clearTimeout(patience);
      if (mine === request) typing = false;
    }
  };

  const later = (wait, how) => {
    clearTimeout(timer);
    request?.abort(); // an older answer must not undo the newer tick
    timer = setTimeout(() => load(address(), how), wait);
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const filters = event.submitter?.closest("details.vp-filters");
    if (filters) filters.open = false;
    load(address(), "push", true);
  });
  form.addEventListener("change", (event) => {
    if (event.target.name && event.target.name !== "q") later(150, "push");
  });
  form.elements.q.addEventListener("input", () => {
    typing = true;
    later(500, "push");
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-live]");
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    load(link.href, "push", link.dataset.live !== "stay");
  });
  addEventListener("popstate", () => load(location.href, "none"));
})();
