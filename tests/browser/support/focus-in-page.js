/*
 * Runs in the page, as often as one likes: what the keyboard is at, and whether one sees that. How everything that can be reached looks while
 * it is not is noted first, so that the difference can be told.
 */
function watchFocus() {
  /**
   * An element that the keyboard can reach, with what fields alone have.
   *
   * @typedef {HTMLElement & Partial<Pick<HTMLInputElement, 'labels' | 'value' | 'disabled' | 'type' | 'name'>>} Reached
   */
  const reached = 'a[href], button, input, select, textarea, summary, [tabindex]';
  /** @param {CSSStyleDeclaration} style */
  const styles = (style) => [
    ...[style.outlineStyle, style.outlineWidth, style.outlineColor],
    ...[style.boxShadow, style.backgroundColor, style.borderTopColor],
  ];
  // A radio or a checkbox is drawn by its label.
  /** @param {Reached} element */
  const drawn = (element) => [
    getComputedStyle(element),
    ...[...(element.labels ?? [])].map((label) => getComputedStyle(label, '::before')),
  ];
  /** @param {Reached} element */
  const lookOf = (element) => drawn(element).flatMap(styles).join('|');
  const unfocused = new WeakMap();
  /** @param {Reached} element */
  const note = (element) => {
    if (element !== document.activeElement && !unfocused.has(element)) unfocused.set(element, lookOf(element));
  };
  /** @returns {Reached[]} */
  const all = () => {
    /** @type {NodeListOf<Reached>} */
    const found = document.querySelectorAll(reached);
    return [...found];
  };
  all().forEach(note);

  /** @param {Reached} element */
  const nameOf = (element) => {
    const labels = [...(element.labels ?? [])].map(({ textContent }) => textContent);
    const name = element.getAttribute('aria-label') ?? (labels.length > 0 ? labels.join(' ') : element.textContent);
    return name.replaceAll(/\s+/g, ' ').trim();
  };

  /** @type {HTMLElement | null} */
  let before = null;
  return {
    /** Where the keyboard is; undefined where it is at nothing. */
    stop() {
      const active = document.activeElement;
      if (!(active instanceof HTMLElement) || active === document.body || active === document.documentElement) {
        before = null;
        return undefined;
      }
      /** @type {Reached} */
      const element = active;
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
}

if (!('focusInPage' in window)) Object.assign(window, { focusInPage: watchFocus() });
