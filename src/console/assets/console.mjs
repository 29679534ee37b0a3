// Conveniences: every page does its work without them.
import { initAll } from './govuk-frontend.min.js';

initAll();

// A decision is sent once, however often the button is pressed; the server would see to it too.
for (const form of document.querySelectorAll('form[data-once]')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent === 'yes') event.preventDefault();
    form.dataset.sent = 'yes';
  });
}
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-once]')) delete form.dataset.sent;
});

// A button that prints the page is there only where it can.
for (const button of document.querySelectorAll('[data-prints]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

// A page of a case says when the case has changed since. It never loads itself anew: somebody may be typing. It asks
// only while it is looked at, for a browser keeps few lines open to one place.
for (const notice of document.querySelectorAll('[data-changes]')) {
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
    line ??= new EventSource(notice.dataset.changes);
    line.onmessage = say;
  };
  document.addEventListener('visibilitychange', follow);
  window.addEventListener('pagehide', close);
  window.addEventListener('pageshow', follow);
  follow();
}

// Fields that belong to "Fill this in" are shown only when it is chosen; without scripts they are always shown.
for (const part of document.querySelectorAll('[data-shown-with]')) {
  const choices = [...document.querySelectorAll(`input[name="${part.dataset.shownWith}"]`)];
  const show = () => {
    part.hidden = !choices.some((choice) => choice.checked && choice.value === 'yes');
  };
  for (const choice of choices) choice.addEventListener('change', show);
  window.addEventListener('pageshow', show);
  show();
}
