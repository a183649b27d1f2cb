//! Hooks that remember, as Yew has them, with one code for whatever is remembered: Yew's own are compiled anew for each type, most of
//! a kilobyte each time.

use std::{any::Any, cell::RefCell, rc::Rc};

use yew::{functional::TearDown, prelude::*};

/// What one call of a hook remembers, of whatever type.
type Slot = Rc<RefCell<Option<Rc<dyn Any>>>>;

#[hook]
fn use_slot() -> Slot {
    yew::use_mut_ref(|| None)
}

/// A value and what it was made of.
struct Memo<T, D> {
    value: Rc<T>,
    deps: D,
}

/// A value that is made anew whenever what it is made of is another.
#[hook]
pub fn use_memo<T, F, D>(deps: D, make: F) -> Rc<T>
where
    T: 'static,
    F: FnOnce(&D) -> T,
    D: PartialEq + 'static,
{
    let slot = use_slot();
    // A call of a hook remembers one type and no other.
    let kept = slot.borrow().clone().and_then(|kept| kept.downcast::<Memo<T, D>>().ok());
    if let Some(memo) = kept.filter(|memo| memo.deps == deps) {
        return Rc::clone(&memo.value);
    }
    let value = Rc::new(make(&deps));
    *slot.borrow_mut() = Some(Rc::new(Memo { value: Rc::clone(&value), deps }));
    value
}

/// A value that lasts and may be changed without a drawing.
#[hook]
pub fn use_mut_ref<T, F>(make: F) -> Rc<RefCell<T>>
where
    T: 'static,
    F: FnOnce() -> T,
{
    use_memo((), move |()| RefCell::new(make()))
}

/// What an effect depends on.
trait Deps {
    fn is(&self, other: &dyn Any) -> bool;
    fn as_any(&self) -> &dyn Any;
}

impl<D: PartialEq + 'static> Deps for D {
    fn is(&self, other: &dyn Any) -> bool {
        other.downcast_ref::<D>().is_some_and(|other| other == self)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

struct AnyDeps(Rc<dyn Deps>);

impl PartialEq for AnyDeps {
    fn eq(&self, other: &Self) -> bool {
        self.0.is(other.0.as_any())
    }
}

/// What undoes an effect.
type Undo = Box<dyn FnOnce()>;

/// Does something after a drawing, whenever what it depends on is another, and undoes it before the next time and at the end.
#[hook]
pub fn use_effect_with<D, F, T>(deps: D, effect: F)
where
    D: PartialEq + 'static,
    F: FnOnce(&D) -> T + 'static,
    T: TearDown,
{
    let deps = Rc::new(deps);
    let given = Rc::clone(&deps);
    let effect = move || {
        let undo = effect(&given);
        Box::new(move || undo.tear_down()) as Undo
    };
    use_any_effect(AnyDeps(deps), Box::new(effect));
}

#[hook]
fn use_any_effect(deps: AnyDeps, effect: Box<dyn FnOnce() -> Undo>) {
    yew::use_effect_with(deps, move |_| effect());
}
