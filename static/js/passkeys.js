/*
 * Passkeys, by the scripts of allauth that are loaded before this one: which of them a button starts stands in its data-passkey, with the ids
 * of what it needs. And says on the page when a passkey does not work, which those scripts tell the console only.
 */
const ROLES = { addForm: "add", authenticateForm: "authenticate", loginForm: "login" };

for (const button of document.querySelectorAll("[data-passkey]")) {
  const { passkey, credential, options, passwordless } = button.dataset;
  window.allauth.webauthn.forms[passkey]({ ids: { [ROLES[passkey]]: button.id, credential, data: options, passwordless } });
}

document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  for (const place of document.querySelectorAll("[data-passkey-error]")) {
    // Emptied first, so that a second time is read aloud as well.
    const text = place.textContent;
    place.textContent = "";
    place.hidden = false;
    requestAnimationFrame(() => {
      place.textContent = text;
    });
  }
});
