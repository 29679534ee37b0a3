/*
 * Runs in the page, as often as one likes: what the keyboard is at, and whether one sees that. How everything that can be reached looks while
 * it is not is noted first, so that the difference can be told.
 */
window.focusInPage ??= (() => {
  const reached = 'a[href], button, input, select, textarea, summary, [tabindex]';
  const styles = ['outlineStyle', 'outlineWidth', 'outlineColor', 'boxShadow', 'backgroundColor', 'borderTopColor'];
  // A radio or a checkbox is drawn by its label.
  const drawn = (element) => [
    getComputedStyle(element),
    ...[...(element.labels ?? [])].map((label) => getComputedStyle(label, '::before')),
  ];
  const lookOf = (element) =>
    drawn(element)
      .flatMap((style) => styles.map((name) => style[name]))
      .join('|');
  const unfocused = new WeakMap();
  const note = (element) => {
    if (element !== document.activeElement && !unfocused.has(element)) unfocused.set(element, lookOf(element));
  };
  const all = () => [...document.querySelectorAll(reached)];
  all().forEach(note);

  const nameOf = (element) => {
    const labels = [...(element.labels ?? [])].map(({ textContent }) => textContent);
    const name = element.getAttribute('aria-label') ?? (labels.length > 0 ? labels.join(' ') : element.textContent);
    return name.replaceAll(/\s+/g, ' ').trim();
  };

  let before = null;
  return {
    /** Where the keyboard is; undefined where it is at nothing. */
    stop() {
      const element = document.activeElement;
      if (element === null || element === document.body || element === document.documentElement) {
        before = null;
        return undefined;
      }
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const follows =
        before === null || !before.isConnected || (before.compareDocumentPosition(element) & 4) !== 0
          ? 'after'
          : 'before';
      before = element;
      return {
        name: nameOf(element),
        tag: element.localName,
        field: element.getAttribute('name') ?? '',
        value: element.value ?? '',
        id: element.id,
        href: element.getAttribute('href') ?? '',
        isSeen: bottom > 0 && right > 0 && top < window.innerHeight && left < window.innerWidth && right - left > 1,
        looksFocused: unfocused.get(element) !== lookOf(element),
        follows,
        box: { left, top: top + window.scrollY, right, bottom: bottom + window.scrollY },
        column: getComputedStyle(element.closest('ul, ol, main') ?? document.body).columnWidth !== 'auto',
      };
    },
    /** How many stops there are: a group of radios is one. */
    stops() {
      const groups = new Set();
      return all().filter((element) => {
        if (element.tabIndex < 0 || element.disabled || element.type === 'hidden') return false;
        if (!element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })) return false;
        if (element.type !== 'radio') return true;
        const isNew = !groups.has(element.name);
        groups.add(element.name);
        return isNew;
      }).length;
    },
  };
})();
