// Conveniences only: every page works without them.
import { initAll } from './govuk-frontend.min.js';

initAll();

// Sends a form once, however often its button is pressed. The server makes sure of this too.
/** @type {() => NodeListOf<HTMLFormElement>} */
const formsSentOnce = () => document.querySelectorAll('form[data-once]');
for (const form of formsSentOnce()) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent === 'yes') event.preventDefault();
    form.dataset.sent = 'yes';
  });
}
window.addEventListener('pageshow', () => {
  for (const form of formsSentOnce()) delete form.dataset.sent;
});

// Shows the print buttons, which need a script.
/** @type {NodeListOf<HTMLElement>} */
const printButtons = document.querySelectorAll('[data-prints]');
for (const button of printButtons) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

// Shows a notice when the case has changed since its page was made. The page is never reloaded by itself, for somebody
// may be typing. It listens only while it is visible, because a browser keeps few connections open to a site.
/** @type {NodeListOf<HTMLElement>} */
const notices = document.querySelectorAll('[data-changes]');
for (const notice of notices) {
  /** @type {EventSource | undefined} */
  let line;
  const close = () => {
    line?.close();
    line = undefined;
  };
  const say = () => {
    close();
    const link = document.createElement('a');
    link.className = 'govuk-link';
    link.href = notice.dataset.anew || window.location.pathname + window.location.search;
    link.textContent = 'Show it as it is now';
    notice.classList.add('govuk-body');
    notice.replaceChildren('This case has changed since you opened this page. ', link);
  };
  const follow = () => {
    if (document.visibilityState !== 'visible' || notice.firstChild !== null) return close();
    line ??= new EventSource(notice.dataset.changes ?? '');
    line.onmessage = say;
  };
  document.addEventListener('visibilitychange', follow);
  window.addEventListener('pagehide', close);
  window.addEventListener('pageshow', follow);
  follow();
}

// Fields that follow one choice, "yes" unless the page says otherwise, are shown only with that choice; without scripts
// they are always shown.
/** @type {NodeListOf<HTMLElement>} */
const parts = document.querySelectorAll('[data-shown-with]');
for (const part of parts) {
  /** @type {NodeListOf<HTMLInputElement>} */
  const found = document.querySelectorAll(`input[name="${part.dataset.shownWith}"]`);
  const choices = [...found];
  // A text that was typed stays in sight: the browser sends it all the same.
  const isFilled = () => {
    /** @type {NodeListOf<HTMLInputElement | HTMLTextAreaElement>} */
    const fields = part.querySelectorAll('input, textarea');
    return part.dataset.shownFilled !== undefined && [...fields].some(({ value }) => value.trim() !== '');
  };
  const show = () => {
    part.hidden =
      !isFilled() && !choices.some((choice) => choice.checked && choice.value === (part.dataset.shownFor ?? 'yes'));
  };
  for (const choice of choices) choice.addEventListener('change', show);
  window.addEventListener('pageshow', show);
  show();
}
