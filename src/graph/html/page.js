// Pan, zoom, search and the panel of a state. Written for browsers as it stands; what the picture shows without it, it
// shows without it too.
(() => {
  const find = (selector) => document.querySelector(selector);
  const picture = find('#picture');
  const links = [...picture.querySelectorAll('a.node')];
  const whole = picture.viewBox.baseVal;
  const field = { width: whole.width, height: whole.height };
  const margin = 24;

  // What is seen: the point of the picture at the top left corner, and pixels of the screen for one of the picture.
  let view = { x: 0, y: 0, scale: 1 };
  const clamp = (value, least, most) => Math.min(Math.max(value, least), most);
  const seen = () => ({ width: picture.clientWidth / view.scale, height: picture.clientHeight / view.scale });

  // How much of the picture is not seen on each side, but for what is free around it.
  const hidden = () => {
    const { width, height } = seen();
    return {
      left: view.x - margin,
      right: field.width - margin - view.x - width,
      up: view.y - margin,
      down: field.height - margin - view.y - height,
    };
  };

  const show = (next) => {
    view = next;
    const { width, height } = seen();
    if (width > 0 && height > 0) picture.setAttribute('viewBox', `${view.x} ${view.y} ${width} ${height}`);
    for (const [side, length] of Object.entries(hidden())) find(`.more.${side}`).hidden = length < 1;
  };
  const pan = (dx, dy) => show({ ...view, x: view.x - dx / view.scale, y: view.y - dy / view.scale });
  const zoom = (factor, x = picture.clientWidth / 2, y = picture.clientHeight / 2) => {
    const scale = clamp(view.scale * factor, 0.02, 4);
    const shift = 1 / view.scale - 1 / scale;
    show({ x: view.x + x * shift, y: view.y + y * shift, scale });
  };
  const centred = (scale) => ({
    x: (field.width - picture.clientWidth / scale) / 2,
    y: (field.height - picture.clientHeight / scale) / 2,
    scale,
  });
  const fitting = () =>
    Math.min(picture.clientWidth / field.width, picture.clientHeight / field.height, 1.25);
  const fit = () => show(centred(fitting()));

  // Where all of a large plan would be too small to read, it is shown from its start.
  const begin = () => {
    const scale = Math.max(fitting(), clamp(picture.clientWidth / field.width, 0.6, 1));
    show(centred(scale));
    if (scale === fitting()) return;
    const start = placeOf(find('.mark') ?? links[0]);
    const { width } = seen();
    const x = clamp(start.x + start.width / 2 - width / 2, 0, field.width - width);
    show({ x: field.width <= width ? view.x : x, y: 0, scale });
  };

  const placeOf = (element) => {
    const [outer, inner] = [picture.getBoundingClientRect(), element.getBoundingClientRect()];
    return {
      x: view.x + (inner.left - outer.left) / view.scale,
      y: view.y + (inner.top - outer.top) / view.scale,
      width: inner.width / view.scale,
      height: inner.height / view.scale,
    };
  };

  /** Moves the picture as far as it takes to see a state, near enough to read it. */
  const reveal = (link) => {
    if (view.scale < 0.5) zoom(0.8 / view.scale);
    const place = placeOf(link);
    const size = seen();
    const shift = (start, length, from, room) => {
      const free = Math.min(margin / view.scale, Math.max(0, (room - length) / 2));
      return clamp(from, start + Math.min(length, room) + free - room, start - free);
    };
    show({
      ...view,
      x: shift(place.x, place.width, view.x, size.width),
      y: shift(place.y, place.height, view.y, size.height),
    });
  };

  // Mouse, pen and fingers.
  const pointers = new Map();
  let moved = 0;
  picture.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    pointers.set(event.pointerId, event);
    if (pointers.size === 1) moved = 0;
  });
  const spread = ([a, b]) => Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
  const middle = (all, axis) => all.reduce((sum, pointer) => sum + pointer[axis], 0) / all.length;
  addEventListener('pointermove', (event) => {
    if (!pointers.has(event.pointerId)) return;
    const before = [...pointers.values()];
    pointers.set(event.pointerId, event);
    const after = [...pointers.values()];
    const [dx, dy] = ['clientX', 'clientY'].map((axis) => middle(after, axis) - middle(before, axis));
    moved += Math.abs(dx) + Math.abs(dy);
    // A hand that clicks is not quite still.
    if (moved < 5) return;
    picture.classList.add('moving');
    pan(dx, dy);
    if (after.length !== 2) return;
    const { left, top } = picture.getBoundingClientRect();
    zoom(spread(after) / spread(before), middle(after, 'clientX') - left, middle(after, 'clientY') - top);
  });
  for (const type of ['pointerup', 'pointercancel'])
    addEventListener(type, ({ pointerId }) => {
      pointers.delete(pointerId);
      if (pointers.size === 0) picture.classList.remove('moving');
    });
  picture.addEventListener('click', (event) => moved >= 5 && event.preventDefault());
  picture.addEventListener('dragstart', (event) => event.preventDefault());
  picture.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const { left, top } = picture.getBoundingClientRect();
      const pixels = event.deltaY * (event.deltaMode === 0 ? 1 : 30);
      zoom(Math.exp(-clamp(pixels, -300, 300) / 500), event.clientX - left, event.clientY - top);
    },
    { passive: false },
  );

  // Keys.
  const step = 80;
  const keys = {
    ArrowLeft: () => pan(step, 0),
    ArrowRight: () => pan(-step, 0),
    ArrowUp: () => pan(0, step),
    ArrowDown: () => pan(0, -step),
    '+': () => zoom(1.25),
    '=': () => zoom(1.25),
    '-': () => zoom(0.8),
    0: fit,
  };
  picture.addEventListener('keydown', (event) => {
    const action = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
    if (action === undefined) return;
    event.preventDefault();
    action();
  });
  picture.addEventListener('focusin', ({ target }) => {
    if (target !== picture && target.matches(':focus-visible')) reveal(target);
  });
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && location.hash.length > 1) close();
    if (event.key !== '/' || event.target === input) return;
    event.preventDefault();
    input.focus();
  });

  // The panel of a state is the one that the address names.
  const linkOf = (hash) => links.find((link) => link.getAttribute('href') === hash);
  let chosen;
  const choose = () => {
    chosen?.classList.remove('chosen');
    chosen = linkOf(location.hash);
    if (chosen === undefined) return;
    chosen.classList.add('chosen');
    reveal(chosen);
    find(location.hash).focus({ preventScroll: true });
  };
  const close = () => {
    const link = chosen;
    location.hash = '';
    link?.focus({ preventScroll: true });
  };
  addEventListener('hashchange', choose);
  addEventListener('click', (event) => {
    if (event.target.closest('.close') === null) return;
    event.preventDefault();
    close();
  });

  // Search.
  const input = find('input');
  let found = [];
  let turn = -1;
  const names = new Map(
    links.map((link) => [link, find(`${link.getAttribute('href')} h2`).textContent.toLowerCase()]),
  );
  const search = () => {
    const words = input.value.trim().toLowerCase();
    found = words === '' ? [] : links.filter((link) => names.get(link).includes(words));
    turn = -1;
    for (const link of links) link.classList.toggle('found', found.includes(link));
    picture.classList.toggle('searching', words !== '');
    find('output').textContent = words === '' ? '' : `${found.length} of ${links.length}`;
    if (found.length > 0) reveal(found[0]);
  };
  input.addEventListener('input', search);
  find('form').addEventListener('submit', (event) => {
    event.preventDefault();
    if (found.length === 0) return;
    turn = (turn + 1) % found.length;
    const target = found[turn].getAttribute('href');
    if (location.hash === target) choose();
    else location.hash = target;
  });

  // Buttons.
  const further = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] };
  for (const [side, [x, y]] of Object.entries(further))
    find(`.more.${side}`).addEventListener('click', () => {
      const { width, height } = seen();
      const length = Math.min(hidden()[side] + margin, 0.8 * (x === 0 ? height : width));
      show({ ...view, x: view.x + x * length, y: view.y + y * length });
    });
  find('#larger').addEventListener('click', () => zoom(1.25));
  find('#smaller').addEventListener('click', () => zoom(0.8));
  find('#fit').addEventListener('click', fit);
  const theme = find('#theme');
  const system = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () =>
    (document.documentElement.dataset.theme ?? (system.matches ? 'dark' : 'light')) === 'dark';
  const tell = () => theme.setAttribute('aria-pressed', String(isDark()));
  theme.addEventListener('click', () => {
    document.documentElement.dataset.theme = isDark() ? 'light' : 'dark';
    tell();
  });
  system.addEventListener('change', tell);

  addEventListener('beforeprint', () =>
    picture.setAttribute('viewBox', `0 0 ${field.width} ${field.height}`),
  );
  addEventListener('afterprint', () => show(view));
  new ResizeObserver(() => {
    show(view);
    if (chosen !== undefined) reveal(chosen);
  }).observe(picture);
  tell();
  begin();
  choose();
})();
