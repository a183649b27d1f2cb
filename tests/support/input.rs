//! What a reader does with hands: keys, pointer, wheel.

use fantoccini::actions::{
    InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction, TouchActions, WheelAction,
    WheelActions,
};
use std::time::Duration;

use crate::Page;

/// A key, by the character that WebDriver has for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key(pub char);

impl Key {
    /// Tab.
    pub const TAB: Self = Self('\u{E004}');
    /// Enter.
    pub const ENTER: Self = Self('\u{E007}');
    /// Shift.
    pub const SHIFT: Self = Self('\u{E008}');
    /// Control.
    pub const CONTROL: Self = Self('\u{E009}');
    /// Escape.
    pub const ESCAPE: Self = Self('\u{E00C}');
    /// End.
    pub const END: Self = Self('\u{E010}');
    /// Home.
    pub const HOME: Self = Self('\u{E011}');
    /// The arrow to the left.
    pub const LEFT: Self = Self('\u{E012}');
    /// The arrow upwards.
    pub const UP: Self = Self('\u{E013}');
    /// The arrow to the right.
    pub const RIGHT: Self = Self('\u{E014}');
    /// The arrow downwards.
    pub const DOWN: Self = Self('\u{E015}');
}

/// A point of the window, px.
pub type Point = (f64, f64);

impl Page {
    /// Presses and lets go a key.
    pub fn press(&self, key: Key) {
        self.press_with(&[], key);
    }

    /// The same while other keys are down.
    pub fn press_with(&self, held: &[Key], key: Key) {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for Key(value) in held {
            actions = actions.then(KeyAction::Down { value: *value });
        }
        actions = actions.then(KeyAction::Down { value: key.0 }).then(KeyAction::Up { value: key.0 });
        for Key(value) in held.iter().rev() {
            actions = actions.then(KeyAction::Up { value: *value });
        }
        self.run("press a key", |client| async move { client.perform_actions(actions).await });
        self.settle();
    }

    /// Types characters, one after the other, to whatever has the focus.
    pub fn type_text(&self, text: &str) {
        let mut actions = KeyActions::new("keyboard".to_owned());
        for value in text.chars() {
            actions = actions.then(KeyAction::Down { value }).then(KeyAction::Up { value });
        }
        self.run("type", |client| async move { client.perform_actions(actions).await });
        self.settle();
    }

    /// Presses at the first point, moves over the others, and lets go at the last.
    pub fn drag(&self, points: &[Point]) {
        let mut actions = MouseActions::new("mouse".to_owned());
        for (at, (x, y)) in points.iter().copied().enumerate() {
            actions = actions.then(PointerAction::MoveTo { duration: Some(Duration::ZERO), x, y });
            if at == 0 {
                actions = actions.then(PointerAction::Down { button: MOUSE_BUTTON_LEFT });
            }
        }
        let actions = actions.then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.run("drag", |client| async move { client.perform_actions(actions).await });
        self.settle();
    }

    /// Two presses at a point, one right after the other, while keys are held.
    pub fn double_click(&self, held: &[Key], (x, y): Point) {
        let mut keys = KeyActions::new("keyboard".to_owned());
        let mut mouse = MouseActions::new("mouse".to_owned());
        for Key(value) in held {
            keys = keys.then(KeyAction::Down { value: *value });
            mouse = mouse.pause(Duration::ZERO);
        }
        mouse = mouse.then(PointerAction::MoveTo { duration: Some(Duration::ZERO), x, y });
        for _ in 0..2 {
            mouse = mouse.then(PointerAction::Down { button: MOUSE_BUTTON_LEFT });
            mouse = mouse.then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        }
        for _ in 0..5 {
            keys = keys.pause(Duration::ZERO);
        }
        for Key(value) in held.iter().rev() {
            keys = keys.then(KeyAction::Up { value: *value });
        }
        let actions = fantoccini::actions::Actions::from(keys).and(mouse);
        self.run("press twice", |client| async move { client.perform_actions(actions).await });
        self.settle();
    }

    /// One finger goes over points: down at the first, up at the last.
    pub fn touch(&self, points: &[Point]) {
        let mut finger = TouchActions::new("finger".to_owned());
        for (at, (x, y)) in points.iter().copied().enumerate() {
            finger = finger.then(PointerAction::MoveTo { duration: Some(Duration::ZERO), x, y });
            if at == 0 {
                finger = finger.then(PointerAction::Down { button: MOUSE_BUTTON_LEFT });
            }
        }
        let finger = finger.then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.run("touch", |client| async move { client.perform_actions(finger).await });
        self.settle();
    }

    /// A press without a move.
    pub fn click_at(&self, point: Point) {
        self.drag(&[point]);
    }

    /// Two fingers go from the first pair of points to the second.
    pub fn pinch(&self, from: (Point, Point), to: (Point, Point)) {
        let finger = |name: &str, from: Point, to: Point| {
            let to_point = |(x, y)| PointerAction::MoveTo { duration: Some(Duration::ZERO), x, y };
            TouchActions::new(name.to_owned())
                .then(to_point(from))
                .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
                .then(to_point((f64::midpoint(from.0, to.0), f64::midpoint(from.1, to.1))))
                .then(to_point(to))
                .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT })
        };
        let fingers = vec![finger("thumb", from.0, to.0), finger("forefinger", from.1, to.1)];
        self.run("pinch", |client| async move { client.perform_actions(fingers).await });
        self.settle();
    }

    /// Turns the wheel over a point by so many px, with or without keys held.
    pub fn wheel(&self, held: &[Key], (x, y): Point, (delta_x, delta_y): (i64, i64)) {
        let mut keys = KeyActions::new("keyboard".to_owned());
        let mut wheel = WheelActions::new("wheel".to_owned());
        for Key(value) in held {
            keys = keys.then(KeyAction::Down { value: *value });
            wheel = wheel.pause(Duration::ZERO);
        }
        let (x, y) = (x as i64, y as i64);
        wheel = wheel.then(WheelAction::Scroll { duration: Some(Duration::ZERO), x, y, delta_x, delta_y });
        keys = keys.pause(Duration::ZERO);
        for Key(value) in held.iter().rev() {
            keys = keys.then(KeyAction::Up { value: *value });
        }
        let actions = fantoccini::actions::Actions::from(keys).and(wheel);
        self.run("turn the wheel", |client| async move { client.perform_actions(actions).await });
        self.settle();
    }
}
