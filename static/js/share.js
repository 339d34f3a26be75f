/*
 * Copies a text and prints. What needs it carries .vp-js and is hidden until this file runs.
 *
 * button[data-copy]   copies the field or text with that id; .vp-share holds the messages
 * button[data-print]  prints the page
 */
(() => {
  "use strict";
  document.documentElement.classList.add("vp-script");

  const select = (node) => (node.select ? node.select() : getSelection().selectAllChildren(node));

  /** Without permission, or on a site without https, the text is selected for the visitor to copy. */
  const copy = async (button) => {
    const node = document.getElementById(button.dataset.copy);
    const share = button.closest(".vp-share");
    const say = (text) => (share.querySelector("[role=status]").textContent = text);
    say("");
    try {
      await navigator.clipboard.writeText(node.value ?? node.textContent.trim());
      say(share.dataset.copied);
    } catch {
      select(node);
      say(share.dataset.selected);
    }
  };

  document.addEventListener("click", ({ target }) => {
    const button = target.closest?.("[data-copy], [data-print]");
    if (button?.hasAttribute("data-print")) print();
    else if (button) copy(button);
  });
})();
