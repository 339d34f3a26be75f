/* Puts a chosen standard text in the answer without sending the page. Without this script the button does it. */
for (const select of document.querySelectorAll("[data-replies]")) {
  const answer = document.getElementById(select.dataset.replies);
  const button = select.form.querySelector("[value=invullen]");
  button?.addEventListener("click", (event) => {
    const text = select.selectedOptions[0]?.dataset.text;
    if (!answer || !text) return;
    event.preventDefault();
    answer.value = [answer.value.trim(), text].filter(Boolean).join("\n\n");
    answer.focus();
  });
}
