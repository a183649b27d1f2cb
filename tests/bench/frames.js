// Stands in every page of the benchmark: draws what is measured, moves it by hand, and times the frames.
//
// A page's own script defines `target`:
//   prepare()    fetches and compiles what is needed; a promise. Not measured.
//   draw()       starts to draw from what is in memory; measured from here on.
//   drawn()      whether what readers came for is there.
//   surface()    the element that readers drag and turn the wheel over.
//   zoom(inwards, n)  what happens in frame n of a zoom of about 8 % a frame; a function that does it.
//   view()       a text that changes when another stretch of time is in view.
//   elements()   how many elements there are.
(() => {
  /** Frames before and between the gestures, so that what they started comes to an end. */
  const REST_FRAMES = 30;
  /** Frames in which nothing happens: the floor of the method. */
  const EMPTY_FRAMES = 120;
  /** Zooming goes in for so many frames, and out again. */
  const ZOOM_FRAMES = 100;
  /** Dragging begins after so many frames of zooming in, and goes on after as many more. */
  const DEPTH_FRAMES = 20;
  /** Frames of each drag. */
  const PAN_FRAMES = 100;
  /** How far a drag goes in a frame, px. */
  const PAN_PX = { pan: 25, fast: 80 };
  /** A drag ends where it began, so it is in these frames that we look whether it moves anything. */
  const LOOK_FRAMES = [10, 13];
  /** How far from the edges of the surface a drag turns back, px. */
  const EDGE_PX = 100;

  const channel = new MessageChannel();

  /** Runs after style, layout and paint of a frame: a message that the frame's own callback posts. */
  const painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        channel.port1.onmessage = () => resolve(performance.now());
        channel.port2.postMessage(0);
      });
    });

  /**
   * Does something in each of so many frames. `plan(n)` looks where, before the clock starts, and gives back what is to
   * be done; nothing for an empty frame. The work of a frame is the time from the start of its callbacks, ours being
   * the first of them, to its message; work that a library puts off to the next frame's callbacks counts there.
   */
  function frames(count, plan, until = Infinity) {
    return new Promise((resolve) => {
      const starts = [];
      const ends = [];
      const times = [];
      let most = 0;
      let asked = 0;
      let stopped = false;
      channel.port1.onmessage = ({ data: n }) => {
        ends[n] = performance.now();
        most = Math.max(most, target.elements());
        if (stopped && n === asked - 1) finish();
      };
      const finish = () => {
        // A frame that begins before the message of the one before bounds its work.
        const work = ends.map((end, n) => Math.min(end, starts[n + 1] ?? Infinity) - starts[n]);
        resolve({ work, gaps: times.slice(1).map((time, n) => time - times[n]), elements: most });
      };
      const frame = (time) => {
        times.push(time);
        if (asked === count || performance.now() > until) {
          stopped = true;
          starts.push(performance.now());
          if (ends.length === asked) finish();
          return;
        }
        // First of all, so that we come before whatever the gesture asks for.
        requestAnimationFrame(frame);
        const act = plan?.(asked);
        starts.push(performance.now());
        channel.port2.postMessage(asked++);
        act?.();
      };
      requestAnimationFrame(frame);
    });
  }

  /** The element at a point, through shadow trees. */
  const at = (x, y) => {
    let element = document.elementFromPoint(x, y);
    for (let inner; element?.shadowRoot && (inner = element.shadowRoot.elementFromPoint(x, y)) && inner !== element; ) {
      element = inner;
    }
    return element ?? document.body;
  };

  /** The part of the surface that is in the window. */
  const box = () => {
    const { left, right, top, bottom } = target.surface().getBoundingClientRect();
    const [y0, y1] = [Math.max(top, 0), Math.min(bottom, innerHeight)];
    return { left: Math.max(left, 0), right: Math.min(right, innerWidth), middle: (left + right) / 2, y: (y0 + y1) / 2 };
  };

  const common = { bubbles: true, composed: true, cancelable: true, view: window };

  /** The wheel turned by so much with Ctrl held, in the middle. */
  const wheel = (deltaY) => {
    const { middle, y } = box();
    const element = at(middle, y);
    const event = new WheelEvent("wheel", { ...common, ctrlKey: true, deltaY, clientX: middle, clientY: y });
    return () => element.dispatchEvent(event);
  };

  /** The events of a mouse, as browsers fire them: pointer and mouse. */
  const mouse = (kind, x, y, movementX) => {
    const element = at(x, y);
    const pressed = kind === "up" ? 0 : 1;
    const button = kind === "move" ? -1 : 0;
    const given = { ...common, clientX: x, clientY: y, movementX, button, buttons: pressed };
    const pointer = { ...given, pointerId: 1, pointerType: "mouse", isPrimary: true };
    return () => {
      element.dispatchEvent(new PointerEvent(`pointer${kind}`, pointer));
      element.dispatchEvent(new MouseEvent(`mouse${kind}`, { ...given, button: Math.max(button, 0) }));
    };
  };

  /** Where a drag is after so many px, back and forth between the edges. */
  const there_and_back = ({ left, right }, px) => {
    const length = right - left - 2 * EDGE_PX;
    const on = (px + length / 2) % (2 * length);
    return left + EDGE_PX + (on < length ? on : 2 * length - on);
  };

  async function drag(px, until) {
    const room = box();
    const x = (n) => there_and_back(room, n * px);
    mouse("down", x(0), room.y, 0)();
    const before = target.view();
    let moved = false;
    const step = (n) => {
      moved ||= LOOK_FRAMES.includes(n) && target.view() !== before;
      return mouse("move", x(n + 1), room.y, x(n + 1) - x(n));
    };
    const result = await frames(PAN_FRAMES, step, until);
    // Held still, so that it does not glide on.
    await frames(REST_FRAMES, (n) => mouse("move", x(PAN_FRAMES), room.y, 0), until);
    mouse("up", x(PAN_FRAMES), room.y, 0)();
    await frames(REST_FRAMES, null, until);
    return { ...result, moved };
  }

  const joined = (a, b) => ({
    work: [...a.work, ...b.work],
    gaps: [...a.gaps, ...b.gaps],
    elements: Math.max(a.elements, b.elements),
    moved: (a.moved ?? false) || (b.moved ?? false),
  });

  /** Whether something brought another stretch of time into view. */
  async function moving(act) {
    const before = target.view();
    const result = await act();
    return { ...result, moved: target.view() !== before };
  }

  async function zoom(count, inwards, until) {
    return moving(() => frames(count, (n) => target.zoom(inwards, n), until));
  }

  async function gestures(limit_ms) {
    const begun = performance.now();
    const rest = (until) => frames(REST_FRAMES, null, until);
    const all = begun + limit_ms;
    await rest(all);
    const empty = await frames(EMPTY_FRAMES, null, all);
    // A target that is slow at one thing still gets to the other.
    const half = begun + limit_ms / 2;
    const zoomed = joined(await zoom(ZOOM_FRAMES, true, half), await zoom(ZOOM_FRAMES, false, half));
    await rest(all);
    const pans = {};
    for (let depth = 0; depth < 2; depth++) {
      await zoom(DEPTH_FRAMES, true, all);
      await rest(all);
      for (const [name, px] of Object.entries(PAN_PX)) {
        const pan = await drag(px, all);
        pans[name] = pans[name] ? joined(pans[name], pan) : pan;
      }
    }
    return { empty, zoom: zoomed, ...pans, over: performance.now() > all };
  }

  async function draw() {
    await target.prepare();
    await painted();
    const begun = performance.now();
    target.draw();
    const called = performance.now();
    let now;
    do now = await painted();
    while (!target.drawn());
    return { call_ms: called - begun, draw_ms: now - begun, elements: target.elements() };
  }

  window.bench = { draw, gestures, wheel };
})();
