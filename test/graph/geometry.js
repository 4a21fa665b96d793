// Runs in the browser: what is wrong with a picture as it was really drawn, as sentences. `root` is its `svg` element.
export function faults(root) {
  const found = [];
  const all = (selector, within = root) => [...within.querySelectorAll(selector)];
  const nameOf = (element) =>
    (element.querySelector('title')?.textContent ?? element.textContent).split('\n')[0];
  const union = (rects) => ({
    left: Math.min(...rects.map(({ left }) => left)),
    right: Math.max(...rects.map(({ right }) => right)),
    top: Math.min(...rects.map(({ top }) => top)),
    bottom: Math.max(...rects.map(({ bottom }) => bottom)),
  });
  const rect = (element) => element.getBoundingClientRect();
  const overlap = (a, b, slack = 0.5) =>
    a.left < b.right - slack &&
    b.left < a.right - slack &&
    a.top < b.bottom - slack &&
    b.top < a.bottom - slack;
  const within = (inner, outer, slack = 0.5) =>
    inner.left >= outer.left - slack &&
    inner.right <= outer.right + slack &&
    inner.top >= outer.top - slack &&
    inner.bottom <= outer.bottom + slack;

  // A state's own element lies in a group that holds what is inside it too.
  const boxes = all('.node, .jump, .mark, .branch').map((element) => ({
    name: `${element.getAttribute('class')} ${nameOf(element)}`,
    holder: element.matches('.node') ? element.parentElement : element,
    rect: union(all('.box, .frame', element).map(rect)),
    texts: all('text', element),
    branch: element.matches('.branch'),
  }));
  const labels = all('.label').map((element) => ({
    element,
    name: nameOf(element),
    rect: rect(element.querySelector('.behind')),
    texts: all('text', element),
  }));

  for (const [index, one] of boxes.entries()) {
    for (const text of one.texts)
      if (!within(rect(text), one.rect)) found.push(`text sticks out of its box: ${text.textContent}`);
    for (const other of boxes.slice(index + 1)) {
      const inside = one.branch || other.branch || one.holder.contains(other.holder);
      const fine = inside
        ? within(other.rect, one.rect) || !overlap(one.rect, other.rect)
        : !overlap(one.rect, other.rect);
      const around = inside && within(one.rect, other.rect);
      if (!fine && !around) found.push(`boxes overlap: ${one.name} and ${other.name}`);
      if (!inside) continue;
      for (const text of one.texts)
        if (overlap(rect(text), other.rect) && !within(one.rect, other.rect))
          found.push(`the title of ${one.name} is behind ${other.name}`);
    }
  }
  for (const [index, label] of labels.entries()) {
    for (const text of label.texts)
      if (!within(rect(text), label.rect)) found.push(`text sticks out of its label: ${text.textContent}`);
    for (const box of boxes) {
      if (!overlap(label.rect, box.rect)) continue;
      const inside = box.branch || box.holder.contains(label.element);
      if (!inside || !within(label.rect, box.rect)) found.push(`label ${label.name} is on ${box.name}`);
      for (const text of box.texts)
        if (overlap(label.rect, rect(text))) found.push(`label ${label.name} is on the title of ${box.name}`);
    }
    for (const other of labels.slice(index + 1))
      if (overlap(label.rect, other.rect)) found.push(`labels overlap: ${label.name} and ${other.name}`);
  }

  const holds = (area, { x, y }, slack) =>
    x > area.left + slack && x < area.right - slack && y > area.top + slack && y < area.bottom - slack;
  for (const line of all('.line')) {
    const matrix = line.getScreenCTM();
    const length = line.getTotalLength();
    const points = Array.from({ length: Math.ceil(length / 3) }, (_, step) =>
      line.getPointAtLength(step * 3).matrixTransform(matrix),
    );
    const crossed = boxes.find(
      ({ branch, holder, rect: area }) =>
        !branch && !holder.contains(line) && points.some((point) => holds(area, point, 2)),
    );
    if (crossed !== undefined) found.push(`an arrow passes under ${crossed.name}`);
    const struck = labels.find(({ rect: area }) => points.some((point) => holds(area, point, 1)));
    if (struck !== undefined) found.push(`an arrow passes under the label ${struck.name}`);
  }

  const whole = rect(root);
  for (const { name, rect: area } of [...boxes, ...labels])
    if (!within(area, whole)) found.push(`cut off: ${name}`);
  return found;
}

/** Pairs of text and what is behind it, with their contrast: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrasts(root) {
  const channels = (colour) =>
    colour
      .match(/[\d.]+/g)
      .slice(0, 3)
      .map(Number);
  const linear = (value) => (value <= 10 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = (colour) => {
    const [red, green, blue] = channels(colour).map(linear);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ratio = (a, b) => {
    const [dark, bright] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (bright + 0.05) / (dark + 0.05);
  };
  const fill = (element) => getComputedStyle(element).fill;
  return [...root.querySelectorAll('text')].map((text) => {
    const group = text.closest('.node, .jump, .mark, .branch, .label');
    const back = [...group.querySelectorAll('.box, .frame, .behind')].findLast((box) => fill(box) !== 'none');
    return {
      text: text.textContent,
      ratio: ratio(fill(text), fill(back)),
      colours: `${fill(text)} ${fill(back)}`,
    };
  });
}
