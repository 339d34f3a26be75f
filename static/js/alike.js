/*
 * While a question is typed: what is like it. Without this file the next page shows it.
 *
 * #lijkt-op          holds the address to ask and the ids of the fields; its contents are replaced
 * #lijkt-op-melding  (role=status) tells how much there is
 */
(() => {
  "use strict";
  const WAIT = 600, SHORTEST = 12, LONGEST_IN_ADDRESS = 300;
  const box = document.getElementById("lijkt-op");
  const status = document.getElementById("lijkt-op-melding");
  if (!box || !status) return;
  const fields = box.dataset.fields.split(" ").map((id) => document.getElementById(id)).filter(Boolean);
  let timer, request, asked = fields.map((field) => field.value).join("\n").trim();

  const show = (html) => {
    const fresh = new DOMParser().parseFromString(html, "text/html").body;
    const message = fresh.querySelector("[data-message]")?.dataset.message || "";
    box.replaceChildren(...fresh.childNodes);
    // Told when it changes and not at each letter.
    if (status.textContent !== message) status.textContent = message;
  };

  /** A long text goes in the body: an address has no room for it, and stands in logs. */
  const fetched = (text, signal) =>
    text.length > LONGEST_IN_ADDRESS
      ? fetch(box.dataset.address, { method: "POST", body: new URLSearchParams({ q: text }), signal })
      : fetch(`${box.dataset.address}?${new URLSearchParams({ q: text })}`, { signal });

  const ask = async () => {
    const text = fields.map((field) => field.value).join("\n").trim();
    if (text === asked) return;
    asked = text;
    request?.abort();
    if (text.length < SHORTEST) return show("");
    const mine = (request = new AbortController());
    try {
      const answer = await fetched(text, mine.signal);
      // Logged out meanwhile, or asked too often: what stands there stays.
      if (answer.ok && !answer.redirected) show(await answer.text());
    } catch {
      /* Offline, or a newer text is on its way. */
    }
  };

  fields.forEach((field) =>
    field.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(ask, WAIT);
    }),
  );
})();
