/* What axe does not see. Each function returns a list of complaints about the page as it is now. */
window.looking = (() => {
  "use strict";
  const name = (element) => {
    const words = element.textContent.trim().replace(/\s+/g, " ").slice(0, 40);
    return `<${element.localName} class="${element.getAttribute("class") || ""}"> ${element.id ? "#" + element.id : words}`;
  };
  const all = (selector) => [...document.querySelectorAll(selector)];
  const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const box = (element) => element.getBoundingClientRect();
  const scrolls = (element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
  const forReadersOnly = (element) => element.closest(".vp-vh") || box(element).width <= 1;

  /** 1.4.10: nothing sticks out to the right, except in what scrolls by itself. */
  const wide = () => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const inside = (element) => element && element !== document.body && (scrolls(element) || inside(element.parentElement));
    const out = all("body *").filter((one) => shown(one) && box(one).right > room + 1 && !inside(one.parentElement));
    return out.slice(0, 5).map((one) => `sticks out ${Math.round(box(one).right - room)} px: ${name(one)}`);
  };

  /** 1.4.4 and 1.4.12: no text is cut off by the element that holds it. */
  const cut = () => {
    const holds = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    const cuts = (element) => {
      const style = getComputedStyle(element);
      const hides = (value) => value === "hidden" || value === "clip";
      const down = hides(style.overflowY) && element.scrollHeight > element.clientHeight + 2;
      return down || (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 2);
    };
    const holder = (element) => element && (cuts(element) ? element : holder(element.parentElement));
    const texts = all("body *").filter((one) => holds(one) && shown(one) && !forReadersOnly(one));
    const held = new Set(texts.map(holder).filter((one) => one && one !== document.body && !forReadersOnly(one)));
    return [...held].slice(0, 5).map((one) => `cuts off text: ${name(one)}`);
  };

  /** 2.5.8: what can be clicked is at least 24 by 24 pixels, or has room around it; links in a sentence are excepted. */
  const small = () => {
    const inSentence = (element) => {
      const block = element.closest("p, dd, li, td, th, figcaption, small, h2");
      const inline = getComputedStyle(element).display === "inline";
      return block && inline && block.textContent.trim().length > element.textContent.trim().length + 1;
    };
    const target = (element) => {
      const boxes = [element, ...(element.labels || [])].map(box).filter((one) => one.width);
      const edge = (side, pick) => pick(...boxes.map((one) => one[side]));
      const [left, top] = [edge("left", Math.min), edge("top", Math.min)];
      return { element, left, top, width: edge("right", Math.max) - left, height: edge("bottom", Math.max) - top };
    };
    const middle = (one) => [one.left + one.width / 2, one.top + one.height / 2];
    const targets = all("a[href], button, input:not([type=hidden]), select, textarea, summary")
      .filter((one) => shown(one) && !forReadersOnly(one) && one.tabIndex >= 0)
      .map(target);
    const tooSmall = targets.filter((one) => Math.min(one.width, one.height) < 24 && !inSentence(one.element));
    const crowded = (one) => {
      const [x, y] = middle(one);
      return targets.some((other) => {
        if (other === one || other.element.contains(one.element) || one.element.contains(other.element)) return false;
        const dx = Math.max(other.left - x, 0, x - other.left - other.width);
        const dy = Math.max(other.top - y, 0, y - other.top - other.height);
        return Math.hypot(dx, dy) < 12;
      });
    };
    const size = (one) => `${Math.round(one.width)} x ${Math.round(one.height)}`;
    return tooSmall.filter(crowded).slice(0, 5).map((one) => `${size(one)} px to hit: ${name(one.element)}`);
  };

  /** 2.3.3: nothing moves for who asked for less movement. */
  const moving = () => {
    const seconds = (text) => Math.max(...text.split(",").map(parseFloat));
    const moves = (element) => {
      const style = getComputedStyle(element);
      const animated = style.animationName !== "none" && seconds(style.animationDuration) > 0.01;
      return animated || seconds(style.transitionDuration) > 0.01 || style.scrollBehavior === "smooth";
    };
    return all("*").filter(moves).slice(0, 5).map((one) => `moves: ${name(one)}`);
  };

  /** Text as somebody with dyslexia may set it (the values of 1.4.12). */
  const space = () => {
    const sheet = new CSSStyleSheet();
    const spaced = "line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important";
    sheet.replaceSync(`* { ${spaced} } p { margin-block-end: 2em !important }`);
    document.adoptedStyleSheets = [sheet];
  };
  const enlarge = () => document.documentElement.style.setProperty("font-size", "200%");
  const ordinary = () => {
    document.adoptedStyleSheets = [];
    document.documentElement.style.removeProperty("font-size");
  };

  /** 2.4.7 and 2.4.11: what has the focus shows it and is not covered. */
  const focus = () => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const style = getComputedStyle(element);
    const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    const proxy = element.labels?.[0] && box(element).width < 4 ? element.labels[0] : element;
    const area = box(proxy);
    const inView = (value, most) => Math.min(most - 1, Math.max(0, value));
    const x = inView(area.left + area.width / 2, innerWidth);
    const y = inView(area.top + Math.min(area.height / 2, 12), innerHeight);
    const top = document.elementFromPoint(x, y);
    const free = top && (proxy.contains(top) || top.contains(proxy) || element.labels?.[0]?.contains(top));
    const seen = area.bottom > 0 && area.top < innerHeight && area.right > 0 && area.left < innerWidth;
    const wrong = [!outlined && style.boxShadow === "none" && "shows no focus", !free && "is covered", !seen && "is out of view"];
    return { name: name(element), wrong: wrong.filter(Boolean).map((one) => `${one}: ${name(element)}`) };
  };

  return { wide, cut, small, moving, space, enlarge, ordinary, focus };
})();
